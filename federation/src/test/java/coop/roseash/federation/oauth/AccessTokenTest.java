package coop.roseash.federation.oauth;

import java.io.IOException;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import coop.roseash.contract.member.Members;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static coop.roseash.federation.oauth.Browser.CLIENT;
import static coop.roseash.federation.oauth.Browser.SECRET;
import static coop.roseash.federation.oauth.Browser.answer;
import static coop.roseash.federation.oauth.Browser.basic;
import static coop.roseash.federation.oauth.Browser.claims;
import static coop.roseash.federation.oauth.Browser.exchange;
import static coop.roseash.federation.oauth.Browser.post;
import static coop.roseash.federation.oauth.Browser.token;
import static coop.roseash.federation.oauth.Browser.userinfo;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class AccessTokenTest {
    @Inject
    Members members;

    @BeforeEach
    void registerClient() {
        Browser.registerClient(null, "RS256");
    }

    @Test
    void tellsAsMuchAsTheScopesAllow() {
        String all = token(exchange(Browser.signedIn("wren").code())).path("access_token");
        userinfo(all).then()
            .statusCode(200)
            .body("sub", equalTo(SignIn.member("wren").subject()))
            .body("preferred_username", equalTo("wren"))
            .body("email", equalTo("wren@rose-ash.example"));
        Browser browser = Browser.signedIn("wren");
        String code = answer(browser.authorize(Browser.changed("scope", "openid"))).get("code");
        Response little = userinfo(token(exchange(code)).path("access_token"));
        assertEquals(java.util.Set.of("sub"), little.jsonPath().getMap("").keySet());
    }

    @Test
    void refusesEveryTokenThatIsNotAnAccessTokenOfOurs() {
        Response response = token(exchange(Browser.signedIn("wren").code()));
        String access = response.path("access_token");
        String[] parts = access.split("\\.");
        String none = java.util.Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\",\"typ\":\"at+jwt\"}".getBytes());

        userinfo(response.path("id_token")).then().statusCode(401);
        userinfo(none + "." + parts[1] + ".").then().statusCode(401);
        userinfo(parts[0] + "." + parts[1] + ".AAAA").then().statusCode(401);
        userinfo("garbage").then().statusCode(401);
        given().get("/oauth/userinfo").then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void knowsASuspendedMembersTokensNoMore() {
        String access = token(exchange(Browser.signedIn("crow").code())).path("access_token");
        long crow = SignIn.member("crow").id();
        members.suspend(crow, true);
        userinfo(access).then().statusCode(401);
        members.suspend(crow, false);
        userinfo(access).then().statusCode(200);
    }

    @Test
    void introspectsAndRevokes() throws IOException {
        String access = token(exchange(Browser.signedIn("wren").code())).path("access_token");
        Map<String, String> form = Map.of("token", access);

        post("/oauth/introspect", form, basic(CLIENT, SECRET)).then()
            .statusCode(200)
            .body("active", equalTo(true))
            .body("client_id", equalTo(CLIENT))
            .body("sub", equalTo(claims(access).get("sub")));
        post("/oauth/introspect", form, null).then().statusCode(401);
        post("/oauth/revoke", form, basic("account", "test-client-secret-of-account")).then().statusCode(200);
        post("/oauth/introspect", form, basic("account", "test-client-secret-of-account")).then()
            .body("active",
                    equalTo(true));

        post("/oauth/revoke", form, basic(CLIENT, SECRET)).then().statusCode(200);
        post("/oauth/revoke", Map.of("token", "garbage"), basic(CLIENT, SECRET)).then().statusCode(200);

        post("/oauth/introspect", form, basic(CLIENT, SECRET)).then().body("active", equalTo(false));
        userinfo(access).then().statusCode(401);
    }

    @Test
    void saysInTheBodyTooWhyATokenIsRefused() {
        userinfo("garbage").then().statusCode(401).body("error", equalTo("invalid_token"));
        String code = answer(Browser.signedIn("wren").authorize(Browser.changed("scope", "profile"))).get("code");
        userinfo(token(exchange(code)).path("access_token")).then()
            .statusCode(403)
            .header("WWW-Authenticate", containsString("scope=\"openid\""))
            .body("error", equalTo("insufficient_scope"));
    }
}
