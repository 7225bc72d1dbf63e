package coop.roseash.account.profile;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ProfilePageTest {
    @Test
    void givesAMemberAnotherNameInTheMenuTooAtOnce() {
        String session = SignIn.as("petra");
        given().cookie(SignIn.COOKIE, session).get("/profile").then().body(containsString(">Petra</span></summary>"));
        save(session, " Petra Stone ").statusCode(303);
        given().cookie(SignIn.COOKIE, session)
            .get("/profile?saved=yes")
            .then()
            .body(containsString("value=\"Petra Stone\""))
            .body(containsString(">Petra Stone</span></summary>"));
    }

    @Test
    void refusesANameThatIsNoneAndKeepsWhatWasTyped() {
        String session = SignIn.as("piet");
        save(session, "   ").statusCode(400).body(containsString("Write a name of 1 to 80 characters"));
        save(session, "x".repeat(81)).statusCode(400).body(containsString("x".repeat(81)));
        save(session, "<b>Piet</b>").statusCode(303);
        given().cookie(SignIn.COOKIE, session).get("/profile").then().body(containsString("&lt;b&gt;Piet&lt;/b&gt;"));
    }

    @Test
    void sendsAGuestToTheSignIn() {
        given().redirects().follow(false).get("/profile").then().statusCode(303);
    }

    private static ValidatableResponse save(String session, String name) {
        return given().redirects()
            .follow(false)
            .cookie(SignIn.COOKIE, session)
            .formParam("displayName", name)
            .post("/profile")
            .then();
    }
}
