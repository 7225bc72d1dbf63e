package coop.roseash.market.shop;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.market.DemoSupplier;
import coop.roseash.market.FilledMarket;
import coop.roseash.testing.EmbeddedServices;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(DemoSupplier.class)
class ShopPagesTest {
    @Inject
    SessionFactory sessions;

    @BeforeEach
    void waitForTheGoods() {
        FilledMarket.await();
    }

    @Test
    void showsEveryShelfInItsDepartment() {
        given().get("/")
            .then()
            .statusCode(200)
            .body(
                    stringContainsInOrder("Fresh food", "Bread and bakery", "Food cupboard", "Drinks and treats",
                            "New on the shelves"));
    }

    @Test
    void showsAProductFromEachKindOfMarkup() {
        given().get("/products/seeded-sourdough-loaf")
            .then()
            .statusCode(200)
            .body(
                    allOf(
                            containsString("£3.80"),
                            containsString("£4.75/kg"),
                            containsString("gluten, sesame"),
                            containsString("BREAD-001"),
                            containsString("\"@type\":\"Product\""),
                            containsString("og:image"),
                            containsString("action=\"/basket/lines\"")));
        given().get("/products/porridge-oats").then().statusCode(200).body(containsString("£2.35/kg"));
        given().get("/products/ginger-beer-case")
            .then()
            .statusCode(200)
            .body(
                    allOf(containsString("6 × 330 ml"), containsString("£5.00/litre")));
    }

    @Test
    void offersNoButtonForWhatIsSoldOut() {
        given().get("/products/almond-croissant")
            .then()
            .statusCode(200)
            .body(
                    allOf(containsString("Sold out"), not(containsString("Add to basket"))));
    }

    @Test
    void narrowsAShelfByDietAndStock() {
        given().get("/categories/bread-and-bakery?diet=gluten-free")
            .then()
            .statusCode(200)
            .body(
                    allOf(containsString("Gluten-free loaf"), not(containsString("Country bread"))));
        given().get("/categories/bread-and-bakery?page=2").then().body(containsString("Almond croissant"));
        given().get("/categories/bread-and-bakery?stock=yes&page=2")
            .then()
            .body(not(containsString("Almond croissant")));
        given().get("/categories/fresh-food?page=2").then().statusCode(200).body(containsString("Page 2"));
    }

    @Test
    void findsWhatIsMisspelt() {
        given().get("/search?q=sourdogh")
            .then()
            .statusCode(200)
            .body(
                    allOf(containsString("These come close"), containsString("Seeded sourdough loaf")));
        given().get("/search?q=%3Cscript%3E").then().statusCode(200).body(not(containsString("“<script>")));
    }

    @Test
    void answersUnknownAddressesWith404() {
        for (String path : new String[]{"/products/none", "/categories/none", "/suppliers/none",
                "/pictures/" + "0".repeat(64) + "-320", "/categories/fresh-food?page=x"}) {
            given().accept("text/html").get(path).then().statusCode(404);
        }
    }

    @Test
    void showsASupplierAndTheSitemap() {
        given().get("/suppliers/sallowfield-wholefoods").then().statusCode(200).body(containsString("Country bread 4"));
        given().get("/sitemap.xml")
            .then()
            .statusCode(200)
            .body(containsString("/products/seeded-sourdough-loaf</loc>"));
        given().get("/robots.txt").then().statusCode(200).body(containsString("/sitemap.xml"));
    }

    @Test
    void servesPicturesThatMayBeKeptForEver() {
        String page = given().get("/products/seeded-sourdough-loaf").asString();
        String address = page.replaceAll("(?s).*(/pictures/[0-9a-f]{64}-640).*", "$1");
        given().get(address)
            .then()
            .statusCode(200)
            .contentType("image/jpeg")
            .header("Cache-Control", containsString("immutable"));
    }

    @Test
    void asksTheDatabaseAFewTimesForAFullShelf() {
        Statistics statistics = sessions.getStatistics();
        given().get("/categories/fresh-food").then().statusCode(200);
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        given().get("/categories/fresh-food").then().statusCode(200);
        assertThat(statistics.getPrepareStatementCount(), lessThanOrEqualTo(7L));
        statistics.setStatisticsEnabled(false);
    }
}
