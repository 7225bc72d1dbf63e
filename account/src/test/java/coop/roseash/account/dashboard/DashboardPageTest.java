package coop.roseash.account.dashboard;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class DashboardPageTest {
    @Test
    void greetsAMemberAndStandsWithoutTheOtherApps() {
        given().cookie(SignIn.COOKIE, SignIn.as("dora"))
            .get("/")
            .then()
            .statusCode(200)
            .body(containsString("Hello, Dora"))
            .body(containsString("This part cannot be shown just now"))
            .body(containsString("action=\"/auth/logout\""));
    }

    @Test
    void tellsAGuestWhatAnAccountIsFor() {
        given().get("/")
            .then()
            .statusCode(200)
            .body(containsString("Everything you have with us"))
            .body(containsString("/auth/login?to=%2F\""))
            .body(not(containsString("Sign out")));
    }
}
