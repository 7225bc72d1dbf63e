package coop.roseash.blog.feed;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;

import coop.roseash.blog.Export;
import coop.roseash.testing.EmbeddedServices;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class FeedTest {
    @BeforeEach
    void load() {
        Export.load();
    }

    @Test
    void writesRssWithAbsoluteAddresses() {
        String feed = given().get("/rss").then().statusCode(200).extract().asString();
        XmlPath rss = new XmlPath(feed);
        assertEquals("The first loaf", rss.getString("rss.channel.item[0].title"));
        assertEquals("http://blog.rose-ash.localhost:8080/first-loaf", rss.getString("rss.channel.item[0].link"));
        assertTrue(feed.contains("src=\"http://blog.rose-ash.localhost:8080/pictures/"), feed);
    }

    @Test
    void writesAtomByTagAndByAuthor() {
        XmlPath tag = new XmlPath(given().get("/atom.xml?tag=bread").then().statusCode(200).extract().asString());
        assertEquals("The first loaf", tag.getString("feed.entry[0].title"));
        assertEquals("Oven night", tag.getString("feed.entry[1].title"));
        given().get("/author/maud/rss").then().statusCode(200).body(containsString("Oven night"));
        given().get("/tag/none/rss").then().statusCode(404);
    }

    @Test
    void writesJsonFeed() {
        given().get("/feed.json")
            .then()
            .statusCode(200)
            .body("version", equalTo("https://jsonfeed.org/version/1.1"))
            .body("items.title", hasItem("Oven night"))
            .body("items.title", not(hasItem("Not yet")));
    }

    @Test
    void listsEveryPublishedAddressForSearchEngines() {
        given().get("/sitemap.xml")
            .then()
            .statusCode(200)
            .body("urlset.url.loc", hasItem("http://blog.rose-ash.localhost:8080/about"))
            .body("urlset.url.loc", hasItem("http://blog.rose-ash.localhost:8080/tag/bread"))
            .body("urlset.url.loc", not(hasItem(containsString("not-yet"))));
        given().get("/robots.txt").then().statusCode(200).body(containsString("/sitemap.xml"));
    }
}
