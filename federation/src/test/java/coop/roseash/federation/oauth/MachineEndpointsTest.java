package coop.roseash.federation.oauth;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.testing.EmbeddedServices;

import static coop.roseash.federation.oauth.Browser.CLIENT;
import static coop.roseash.federation.oauth.Browser.SECRET;
import static coop.roseash.federation.oauth.Browser.basic;
import static coop.roseash.federation.oauth.Browser.exchange;
import static coop.roseash.federation.oauth.Browser.post;
import static coop.roseash.federation.oauth.Browser.request;
import static coop.roseash.federation.oauth.Browser.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class MachineEndpointsTest {
    @BeforeEach
    void registerClient() {
        Browser.registerClient(null, "RS256");
    }

    @Test
    void letsScriptsOfOtherSitesAskWhereNoCookieCounts() {
        for (String path : List.of("/oauth/token", "/oauth/userinfo", "/oauth/revoke", "/oauth/jwks",
                "/.well-known/openid-configuration")) {
            given().header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "POST")
                .options(path)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Headers", containsString("Authorization"))
                .header("Access-Control-Allow-Credentials", org.hamcrest.Matchers.nullValue());
        }
        given().header("Origin", "https://app.example")
            .contentType("application/x-www-form-urlencoded")
            .post("/oauth/token")
            .then()
            .statusCode(401)
            .header("Access-Control-Allow-Origin", "*");
        for (String path : List.of("/oauth/authorize", "/oauth/logout", "/oauth/introspect", "/signin")) {
            given().header("Origin", "https://app.example")
                .get(path)
                .then()
                .header("Access-Control-Allow-Origin",
                        org.hamcrest.Matchers.nullValue());
        }
    }

    @Test
    void takesNothingFromTheQueryAndNoOtherMethod() {
        Map<String, String> form = exchange(Browser.signedIn("wren").code());
        given().header("Authorization", basic(CLIENT, SECRET))
            .contentType("application/x-www-form-urlencoded")
            .post("/oauth/token?" + Browser.query(form))
            .then()
            .statusCode(400);
        given().get("/oauth/token?" + Browser.query(form)).then().statusCode(405);
        String access = token(form).path("access_token");
        given().get("/oauth/userinfo?access_token=" + access).then().statusCode(401);
        given().contentType("application/x-www-form-urlencoded")
            .body("access_token=" + access)
            .post("/oauth/userinfo")
            .then()
            .statusCode(200);
        given().contentType("application/x-www-form-urlencoded")
            .header("Authorization", "Bearer " + access)
            .body("access_token=" + access)
            .post("/oauth/userinfo")
            .then()
            .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"/oauth/token,'application/json'", "/oauth/revoke,text/plain", "/oauth/introspect,application/json"})
    void wantsAForm(String path, String type) {
        given().contentType(type)
            .header("Authorization", basic(CLIENT, SECRET))
            .body("{}")
            .post(path)
            .then()
            .statusCode(400)
            .contentType("application/json")
            .header("Cache-Control", "no-store")
            .body("error", equalTo("invalid_request"));
    }

    @ParameterizedTest
    @CsvSource({"/oauth/token,GET,POST", "/oauth/introspect,PUT,POST", "/oauth/jwks,POST,'GET, HEAD'",
            "/.well-known/openid-configuration,DELETE,'GET, HEAD'", "/oauth/userinfo,DELETE,'GET, HEAD, POST'"})
    void saysWhichMethodsThereAre(String path, String method, String allowed) {
        given().request(method, path).then().statusCode(405).header("Allow", allowed);
    }

    @Test
    void answersInJsonWhateverIsAskedFor() {
        String query = Browser.query(exchange(Browser.signedIn("wren").code()));
        given().accept("text/html")
            .contentType("application/x-www-form-urlencoded; charset=UTF-8")
            .header("Authorization", basic(CLIENT, SECRET))
            .body(query)
            .post("/oauth/token")
            .then()
            .statusCode(200)
            .contentType("application/json");
        given().accept("application/jwk-set+json").get("/oauth/jwks").then().statusCode(200);
        given().accept("text/html").get("/.well-known/openid-configuration").then().statusCode(200);
    }

    @Test
    void refusesTwoProofsOfWhoAsks() {
        given().header("Authorization", "Bearer x", "Bearer y")
            .get("/oauth/userinfo")
            .then()
            .statusCode(400)
            .body("error", equalTo("invalid_request"));
    }

    @Test
    void answersNonsenseLikeAnyOtherMistake() {
        for (String id : List.of("\u0000", "a b", "x".repeat(5000), "é", "' OR 1=1 --")) {
            post("/oauth/token", Map.of("client_id", id, "client_secret", "x", "grant_type", "authorization_code"),
                    null)
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
        }
        for (String nonsense : List.of("\u0000", "x".repeat(100_000), "é")) {
            token(Map.of("grant_type", "refresh_token", "refresh_token", nonsense)).then()
                .statusCode(400)
                .body(
                        "error", equalTo("invalid_grant"));
            token(Map.of("grant_type", nonsense)).then().statusCode(400);
            post("/oauth/introspect", Map.of("token", nonsense), basic(CLIENT, SECRET)).then()
                .body("active",
                        equalTo(false));
        }
    }
}
