package coop.roseash.federation.oauth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import coop.roseash.testing.EmbeddedServices;

import static coop.roseash.federation.oauth.Browser.CLIENT;
import static coop.roseash.federation.oauth.Browser.SECRET;
import static coop.roseash.federation.oauth.Browser.answer;
import static coop.roseash.federation.oauth.Browser.basic;
import static coop.roseash.federation.oauth.Browser.changed;
import static coop.roseash.federation.oauth.Browser.claims;
import static coop.roseash.federation.oauth.Browser.exchange;
import static coop.roseash.federation.oauth.Browser.post;
import static coop.roseash.federation.oauth.Browser.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class RefreshTest {
    @BeforeEach
    void registerClient() {
        Browser.registerClient(null, "RS256");
    }

    @Test
    void changesARefreshTokenIntoItsSuccessor() {
        Response first = token(exchange(Browser.signedIn("wren").code()));

        Response second = refresh(first.path("refresh_token"));

        second.then().statusCode(200).header("Cache-Control", "no-store").body("scope", equalTo(first.path("scope")));
        assertNotEquals(first.<String>path("refresh_token"), second.<String>path("refresh_token"));
        Map<String, Object> before = claims(first.path("id_token"));
        Map<String, Object> after = claims(second.path("id_token"));
        for (String same : List.of("iss", "sub", "aud", "auth_time", "sid")) {
            assertEquals(before.get(same), after.get(same), same);
        }
        assertFalse(after.containsKey("nonce"));
        assertEquals(200, userinfo(second.path("access_token")).statusCode());
    }

    @Test
    void killsTheFamilyWhenAnOldTokenComesAgain() {
        Response first = token(exchange(Browser.signedIn("wren").code()));
        Response second = refresh(first.path("refresh_token"));

        refusal(refresh(first.path("refresh_token")));

        refusal(refresh(second.path("refresh_token")));
        assertEquals(401, userinfo(second.path("access_token")).statusCode());
    }

    @Test
    void letsOneOfManyAtOnceUseAToken() throws Exception {
        String refreshToken = token(exchange(Browser.signedIn("wren").code())).path("refresh_token");
        Callable<Response> use = () -> refresh(refreshToken);
        List<Response> won = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Response> each : threads.invokeAll(java.util.Collections.nCopies(8, use))) {
                if (each.get().statusCode() == 200) {
                    won.add(each.get());
                }
            }
        }
        assertEquals(1, won.size());
        refusal(refresh(won.getFirst().path("refresh_token")));
    }

    @Test
    void givesAnotherClientNothingAndLeavesTheTokenAlone() {
        String refreshToken = token(exchange(Browser.signedIn("wren").code())).path("refresh_token");
        Map<String, String> form = Map.of("grant_type", "refresh_token", "refresh_token", refreshToken);

        refusal(post("/oauth/token", form, basic("account", "test-client-secret-of-account")));
        post("/oauth/token", form, null).then().statusCode(401);

        refresh(refreshToken).then().statusCode(200);
    }

    @Test
    void narrowsTheScopeAndNeverWidensIt() {
        Browser browser = Browser.signedIn("wren");
        String code = answer(browser.authorize(changed("scope", "openid profile"))).get("code");
        String refreshToken = token(exchange(code)).path("refresh_token");

        Map<String, String> wider = Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "scope",
                "openid email");
        token(wider).then().statusCode(400).body("error", equalTo("invalid_scope"));
        Map<String, String> narrower = Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "scope",
                "openid");
        Response narrow = token(narrower);
        narrow.then().statusCode(200).body("scope", equalTo("openid"));
        userinfo(narrow.path("access_token")).then().body("preferred_username", nullValue());
        refresh(narrow.path("refresh_token")).then().body("scope", equalTo("openid profile"));
    }

    @Test
    void givesOurOwnAppsNoRefreshToken() {
        Map<String, String> asked = changed("client_id", "account");
        asked.put("redirect_uri", "http://account.rose-ash.localhost:8080/auth/callback");
        Map<String, String> form = exchange(answer(Browser.signedIn("wren").authorize(asked)).get("code"));
        form.put("redirect_uri", asked.get("redirect_uri"));

        post("/oauth/token", form, basic("account", "test-client-secret-of-account")).then()
            .statusCode(200)
            .body("refresh_token", nullValue());
    }

    @Test
    void introspectsAndRevokesARefreshTokenWithAllItsFamily() {
        Response tokens = token(exchange(Browser.signedIn("wren").code()));
        Map<String, String> form = Map.of("token", tokens.path("refresh_token"), "token_type_hint", "refresh_token");

        post("/oauth/introspect", form, basic(CLIENT, SECRET)).then()
            .body("active", equalTo(true))
            .body("client_id", equalTo(CLIENT));
        post("/oauth/introspect", form, basic("account", "test-client-secret-of-account")).then()
            .body("active", equalTo(false));
        post("/oauth/revoke", form, basic(CLIENT, SECRET)).then().statusCode(200);

        post("/oauth/introspect", form, basic(CLIENT, SECRET)).then().body("active", equalTo(false));
        assertEquals(401, userinfo(tokens.path("access_token")).statusCode());
        refusal(refresh(tokens.path("refresh_token")));
    }

    @Test
    void outlivesASignOutOnlyWhereTheMemberAllowedIt() {
        Browser browser = Browser.signedIn("wren");
        Response present = token(exchange(browser.code()));
        String code = answer(browser.authorize(changed("scope", "openid offline_access"))).get("code");
        Response away = token(exchange(code));

        browser.open().get("/oauth/logout?id_token_hint=" + present.path("id_token")).then().statusCode(200);

        refusal(refresh(present.path("refresh_token")));
        refresh(away.path("refresh_token")).then().statusCode(200);
    }

    private static void refusal(Response response) {
        response.then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    private static Response refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private static Response userinfo(String token) {
        return given().header("Authorization", "Bearer " + token).get("/oauth/userinfo");
    }
}
