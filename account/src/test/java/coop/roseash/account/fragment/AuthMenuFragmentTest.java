package coop.roseash.account.fragment;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class AuthMenuFragmentTest {
    @Test
    void leadsAGuestToTheSignInAndBackToThePage() {
        given().get("/newsletters").then().body(containsString("href=\"/auth/login?to=%2Fnewsletters\""));
    }

    @Test
    void showsAMemberTheirOwnMenu() {
        given().cookie(SignIn.COOKIE, SignIn.as("una"))
            .get("/newsletters")
            .then()
            .body(containsString("</span>Una</summary>"));
    }

    @Test
    void isLentToThePlatformOnly() {
        given().get("/internal/fragments/auth-menu").then().statusCode(403);
    }
}
