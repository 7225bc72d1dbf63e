package coop.roseash.infrastructure.error;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import coop.roseash.testing.EmbeddedServices;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(coop.roseash.infrastructure.fragment.LenderPort.class)
class ErrorMapperTest {
    private static final String HTML = "text/html,application/xhtml+xml";

    @Test
    void showsPeopleAPageInTheFrame() {
        page("/nowhere").statusCode(404).contentType("text/html").body(containsString("Nothing here"));
        page("/broken/away").statusCode(503).body(containsString("Back in a moment"));
    }

    @Test
    void tellsMachinesInProblemJson() {
        given().accept("application/json")
            .get("/nowhere")
            .then()
            .statusCode(404)
            .contentType("application/problem+json")
            .body("status", equalTo(404));
    }

    @Test
    void showsNothingOfTheInsideWhenItFails() {
        page("/broken").statusCode(500)
            .body(containsString("Something went wrong"))
            .body(not(containsString("secret")))
            .body(not(containsString("Exception")));
    }

    @Test
    void namesTheTraceByWhichTheLogIsSearched() {
        String id = "4bf92f3577b34da6a3ce929d0e0e4736";
        given().header("traceparent", "00-" + id + "-00f067aa0ba902b7-01")
            .accept(HTML)
            .get("/broken")
            .then()
            .statusCode(500)
            .body(containsString(id));
        for (String odd : new String[]{"00-" + "0".repeat(32) + "-00f067aa0ba902b7-01", "<b>", "00-4BF9-1-01"}) {
            given().header("traceparent", odd)
                .accept("application/json")
                .get("/broken")
                .then()
                .body("trace", matchesPattern("[0-9a-f]{32}"))
                .body("trace", not(equalTo("0".repeat(32))));
        }
    }

    @Test
    void answersAWrongMethodWith405() {
        given().accept(HTML).delete("/broken").then().statusCode(405);
    }

    @Test
    void answersAValueThatBreaksARuleWith400AndSaysWhich() {
        page("/broken/number?n=10").statusCode(400).body(containsString("n must be less than or equal to 9"));
        page("/broken/number?n=9").statusCode(200);
    }

    @Test
    void answersAMalformedFormWith400() {
        for (String body : new String[]{"word=%", "%=%", "word=%zz", "word=%E0%A4%A"}) {
            given().accept(HTML)
                .contentType("application/x-www-form-urlencoded")
                .body(body)
                .post("/broken")
                .then()
                .statusCode(400)
                .contentType("text/html");
        }
    }

    @Test
    void answersAMalformedAddressWith400() throws IOException {
        for (String path : new String[]{"/broken/number?n=%", "/%zz", "/broken/number?n=%zz", "/%", "/broken?%"}) {
            assertThat(RawRequest.send("GET " + path)).as(path).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void answersTooLargeABodyWith413() throws IOException {
        assertThat(
                RawRequest.send(
                        "POST /broken",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: 99000000"))
            .contains(" 413 ")
            .contains("Too large");
    }

    @Test
    void leadsAGuestToTheSignInAndBack() {
        given().redirects()
            .follow(false)
            .accept(HTML)
            .get("/broken/members?page=2")
            .then()
            .statusCode(303)
            .header("Location", containsString("/auth/login?to=%2Fbroken%2Fmembers%3Fpage%3D2"));
        given().header("HX-Request", "true").get("/broken/members").then().statusCode(401);
    }

    private static ValidatableResponse page(String path) {
        return given().accept(HTML).get(path).then();
    }
}
