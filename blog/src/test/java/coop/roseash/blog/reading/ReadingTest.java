package coop.roseash.blog.reading;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.blog.Export;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ReadingTest {
    @Inject
    SessionFactory sessions;

    @BeforeEach
    void load() {
        Export.load();
    }

    @Test
    void leadsTheFrontPageWithTheNewestPost() {
        given().get("/")
            .then()
            .statusCode(200)
            .body("**.find { it.@class == 'lead__title' }.text()", equalTo("The first loaf"))
            .body(containsString("Oven night"))
            .body(not(containsString("Not yet")));
    }

    @Test
    void showsAPostWithItsPictureHeadingsAndLinks() {
        given().get("/first-loaf")
            .then()
            .statusCode(200)
            .body(containsString("<h2 id=\"what-you-need\">What you need</h2>"))
            .body(containsString("<a href=\"/oven-night/\" rel=\"noopener\">the oven</a>"))
            .body(containsString(
                    "loaf.svg\" class=\"kg-image\" alt=\"A loaf\" loading=\"lazy\" width=\"900\" height=\"600\""))
            .body(containsString("\"@type\":\"Article\""))
            .body(containsString("<link rel=\"canonical\" href=\"http://blog.rose-ash.localhost:8080/first-loaf\">"))
            .body(not(containsString("fragment:product-card")));
    }

    @Test
    void keepsMembersPartsOnTheServer() {
        String secret = "spare key";
        for (String path : new String[]{"/oven-night", "/rss", "/atom.xml", "/feed.json", "/search?q=spare+key",
                "/search?q=quince", "/", "/tag/bread"}) {
            given().get(path).then().statusCode(200).body(not(containsString(secret)));
        }
        given().get("/oven-night").then().body(containsString("The rest is for members"));
    }

    @Test
    void showsMembersEverything() {
        given().cookie(SignIn.COOKIE, SignIn.as("sam"))
            .get("/oven-night")
            .then()
            .statusCode(200)
            .body(containsString("spare key"))
            .body(not(containsString("The rest is for members")));
    }

    @Test
    void dropsScriptsThatPostsBringAlong() {
        given().get("/old-notes")
            .then()
            .body(containsString("<em>older</em>"))
            .body(not(containsString("alert(1)")));
    }

    @Test
    void findsWordsWithAndWithoutAccents() {
        given().get("/search?q=cafe+creme").then().statusCode(200).body(containsString("/first-loaf"));
        given().get("/search?q=café").then().statusCode(200).body(containsString("/first-loaf"));
        given().get("/search?q=zeppelin").then().statusCode(200).body(containsString("Nothing found"));
    }

    @Test
    void answersOddSearchesWithAPage() {
        given().queryParam("q", "\"unclosed & | ! <b>")
            .get("/search")
            .then()
            .statusCode(200)
            .body(
                    not(containsString("<b>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no-such-post", "/not-yet", "/tag/none", "/tag/hash-lead", "/author/nobody",
            "/pictures/0123/x.svg"})
    void answersAnUnknownAddressWith404(String path) {
        given().get(path).then().statusCode(404);
    }

    @Test
    void showsAPageWithoutDateAndAuthor() {
        given().get("/about")
            .then()
            .statusCode(200)
            .body(containsString("We bake and repair."))
            .body(
                    not(containsString("Maud Quill")));
    }

    @Test
    void servesPicturesForEverAndUnableToRun() {
        String page = given().get("/first-loaf").asString();
        String address = page.replaceAll("(?s).*src=\"(/pictures/[^\"]+)\".*", "$1");
        given().get(address)
            .then()
            .statusCode(200)
            .contentType("image/svg+xml")
            .header("Cache-Control", containsString("immutable"))
            .header("Content-Security-Policy", containsString("sandbox"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/first-loaf", "/tag/bread", "/author/maud", "/archive", "/search?q=oven"})
    void asksTheDatabaseAtMostThreeTimesForAPage(String path) {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        given().get(path).then().statusCode(200);
        long asked = statistics.getPrepareStatementCount() - before;
        assertTrue(asked <= 3, path + " took " + asked + " statements");
    }
}
