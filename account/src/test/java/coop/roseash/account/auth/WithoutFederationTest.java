package coop.roseash.account.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

/// Federation is down: pages stay up, whoever is signed in stays so, and a sign-in ends with a page, not a stack.
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@TestProfile(WithoutFederationTest.Down.class)
class WithoutFederationTest {
    public static class Down implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fed.internal", "http://127.0.0.1:1");
        }
    }

    @Test
    void keepsPagesUpAndMembersSignedIn() {
        given().get("/probe").then().statusCode(200).body(equalTo("guest"));
        given().cookie(SignIn.COOKIE, SignIn.as("wren")).get("/probe/members").then().statusCode(200);
        given().cookie(SignIn.COOKIE, SignIn.as("wren")).get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void sendsToTheSignInAndEndsItWithAPage() {
        Response started = noRedirect().get("/auth/login?to=/probe");
        started.then().statusCode(302).header("Location", startsWith(StandInProvider.ISSUER + "/oauth/authorize"));
        String state = started.header("Location").replaceAll(".*[?&]state=([^&]*).*", "$1");

        noRedirect().cookies(started.cookies())
            .get("/auth/callback?code=x&state=" + URLDecoder.decode(state, StandardCharsets.UTF_8)
                    + "&iss=http%3A%2F%2Ffederation.rose-ash.localhost%3A8080")
            .then()
            .statusCode(lessThan(500));
    }

    @Test
    void refusesALogoutTokenThatItCannotCheck() {
        given().contentType("application/x-www-form-urlencoded")
            .formParam("logout_token", "eyJhbGciOiJFUzI1NiIsInR5cCI6ImxvZ291dCtqd3QiLCJraWQiOiJ4In0.e30.AAAA")
            .post("/auth/backchannel")
            .then()
            .statusCode(400);
    }

    private static RequestSpecification noRedirect() {
        return given().redirects().follow(false).urlEncodingEnabled(false);
    }
}
