package coop.roseash.market.admin;

import java.time.Duration;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import coop.roseash.contract.market.Products;
import coop.roseash.contract.market.Scrapes;
import coop.roseash.contract.market.Scrapes.Run;
import coop.roseash.contract.market.Scrapes.State;
import coop.roseash.contract.member.Role;
import coop.roseash.market.DemoSupplier;
import coop.roseash.market.FilledMarket;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(DemoSupplier.class)
class ShopkeeperPagesTest {
    @Inject
    Products products;
    @Inject
    Scrapes scrapes;

    @BeforeEach
    void waitForTheGoods() {
        FilledMarket.await();
    }

    @Test
    void letsOnlyShopkeepersIn() {
        given().cookie(SignIn.COOKIE, SignIn.as("sam", Role.MEMBER)).get("/admin/products").then().statusCode(403);
        shopkeeper().get("/admin/products?q=BREAD-001")
            .then()
            .statusCode(200)
            .body(containsString("Seeded sourdough loaf"));
    }

    @Test
    void changesAPriceAndKeepsItsHistory() {
        long id = products.summary("BREAD-002").orElseThrow().id();
        post("/admin/products/" + id + "/price", "price", "£4.15").then()
            .statusCode(303)
            .header("Location", endsWith("?done=price"));
        shopkeeper().get("/admin/products/" + id)
            .then()
            .body(allOf(containsString("£4.60"), containsString("£4.15"), containsString("Shirin")));
        post("/admin/products/" + id + "/price", "price", "cheap").then()
            .statusCode(422)
            .body(
                    allOf(containsString("Write the price like 3.80."), containsString("value=\"cheap\"")));
        post("/admin/products/" + id + "/price", "price", "0").then().statusCode(422).body(containsString("between"));
    }

    @Test
    void countsTheStock() {
        long id = products.summary("BREAD-003").orElseThrow().id();
        post("/admin/products/" + id + "/stock", "onHand", "12").then().statusCode(303);
        assertEquals(12, products.summary("BREAD-003").orElseThrow().availability().left());
        post("/admin/products/" + id + "/stock", "onHand", "-1").then()
            .statusCode(422)
            .body(containsString("whole number"));
        post("/admin/products/" + id + "/stock", "onHand", "0").then().statusCode(303);
    }

    @Test
    void readsAShopReportsAndDecides() {
        long source = scrapes.sources().getFirst().id();
        String run = post("/admin/runs/of/" + source, "", "").then().statusCode(303).extract().header("Location");
        String path = run.replaceFirst(".*(/admin/runs/\\d+)$", "$1");
        long id = Long.parseLong(path.replaceAll("\\D", ""));
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> scrapes.run(id).map(Run::state).filter(State.READY::equals).isPresent());
        shopkeeper().get(path + "/progress").then().header("HX-Refresh", is("true"));
        shopkeeper().get(path + "?show=same").then().statusCode(200).body(containsString("Take over"));
        post(path + "/rejection", "", "").then().statusCode(303);
        post(path + "/approval", "", "").then().statusCode(409).body(containsString("rejected already"));
        shopkeeper().get("/admin/runs").then().statusCode(200).body(containsString("Rejected"));
    }

    private static Response post(String path, String field, String value) {
        return shopkeeper().header("Origin", "http://market.rose-ash.localhost:8080")
            .header("Sec-Fetch-Site", "same-origin")
            .redirects()
            .follow(false)
            .formParam(field.isEmpty() ? "nothing" : field, value)
            .post(path);
    }

    private static RequestSpecification shopkeeper() {
        return given().accept("text/html").cookie(SignIn.COOKIE, SignIn.as("shirin", Role.MEMBER, Role.SHOPKEEPER));
    }
}
