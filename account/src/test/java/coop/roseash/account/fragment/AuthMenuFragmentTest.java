package coop.roseash.account.fragment;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.member.Role;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

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
            .body(allOf(containsString(">Una</span></summary>"), not(containsString("/check-in"))));
    }

    @Test
    void showsAMemberWithARoleTheDesksOfThatRole() {
        given().cookie(SignIn.COOKIE, SignIn.as("stanley", Role.STEWARD))
            .get("/newsletters")
            .then()
            .body(allOf(containsString("http://events.rose-ash.localhost:8080/check-in"),
                    not(containsString("/admin/products"))));
    }

    @Test
    void isLentToThePlatformOnly() {
        given().get("/internal/fragments/auth-menu").then().statusCode(403);
    }
}
