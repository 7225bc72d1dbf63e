package coop.roseash.cart.webhook;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.cart.Sandbox;
import coop.roseash.testing.EmbeddedServices;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(Sandbox.class)
class SumUpResourceTest {
    @Test
    void answersAnUnknownCheckoutWithAnEmpty200() {
        given().body("{\"event_type\":\"CHECKOUT_STATUS_CHANGED\",\"id\":\"nobody-knows-it\"}")
            .post("/webhooks/sumup")
            .then()
            .statusCode(200)
            .body(emptyString());
    }

    @Test
    void refusesABodyThatIsTooLong() {
        given().body("{\"id\":\"" + "x".repeat(5_000) + "\"}").post("/webhooks/sumup").then().statusCode(413);
    }

    @Test
    void refusesWhatIsNoNotice() {
        for (String body : new String[]{"", "{", "[]", "{\"id\":7.5e300}", "{\"id\":\"../etc\"}"}) {
            given().body(body).post("/webhooks/sumup").then().statusCode(400);
        }
    }

    @Test
    void takesNoticesFromAnotherSite() {
        given().header("Origin", "https://api.sumup.example")
            .body("{\"event_type\":\"CHECKOUT_STATUS_CHANGED\",\"id\":\"nobody-knows-it\"}")
            .post("/webhooks/sumup")
            .then()
            .statusCode(200);
    }
}
