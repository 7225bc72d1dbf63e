package coop.roseash.federation.oauth;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static coop.roseash.federation.oauth.Browser.encoded;
import static coop.roseash.federation.oauth.Browser.exchange;
import static coop.roseash.federation.oauth.Browser.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class LogoutTest {
    private static final String BYE = "&post_logout_redirect_uri=https%3A%2F%2Fchecker.example%2Fbye";
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
    private HttpServer client;

    @BeforeEach
    void startClient() throws IOException {
        client = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        client.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Integer failure = failures.poll();
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(failure == null ? 200 : failure, -1);
            exchange.close();
        });
        client.start();
        Browser.registerClient("http://127.0.0.1:" + client.getAddress().getPort() + "/bye", "ES256");
    }

    @AfterEach
    void stopClient() {
        client.stop(0);
    }

    @Test
    void endsTheSessionTellsTheClientAndGoesBack() throws Exception {
        Browser browser = Browser.signedIn("wren");
        Response tokens = token(exchange(browser.code()));
        String idToken = tokens.path("id_token");

        browser.open()
            .get("/oauth/logout?id_token_hint=" + idToken + BYE + "&state=x%20y")
            .then()
            .statusCode(303)
            .header("Location", "https://checker.example/bye?state=x%20y");

        assertEquals("login_required",
                Browser.answer(browser.authorize(Browser.changed("prompt", "none"))).get("error"));
        assertEquals(401,
                given().header("Authorization", "Bearer " + tokens.path("access_token"))
                    .get("/oauth/userinfo")
                    .statusCode());
        assertEquals(1, told.size());
        SignedJWT token = SignedJWT.parse(told.getFirst().replace("logout_token=", ""));
        assertEquals("logout+jwt", token.getHeader().getType().toString());
        assertEquals(SignedJWT.parse(idToken).getJWTClaimsSet().getClaim("sid"),
                token.getJWTClaimsSet().getClaim("sid"));
        assertEquals(List.of(Browser.CLIENT), token.getJWTClaimsSet().getAudience());
        assertTrue(token.getJWTClaimsSet()
            .getJSONObjectClaim("events")
            .containsKey("http://schemas.openid.net/event/backchannel-logout"));
        assertNull(token.getJWTClaimsSet().getClaim("nonce"));
    }

    @Test
    void tellsAClientAgainThatDidNotHearWithANewTokenAndFollowsNoRedirect() throws Exception {
        failures.addAll(List.of(503, 302));
        Browser browser = Browser.signedIn("wren");
        String idToken = token(exchange(browser.code())).path("id_token");

        browser.open().get("/oauth/logout?id_token_hint=" + idToken).then().statusCode(200);

        Awaitility.await().until(() -> told.size() == 3);
        Set<String> ids = new HashSet<>();
        for (String each : told) {
            ids.add(SignedJWT.parse(each.replace("logout_token=", "")).getJWTClaimsSet().getJWTID());
        }
        assertEquals(3, ids.size());
    }

    @Test
    void tellsNobodyAtAnAddressThatIsNotPublic() {
        Browser.registerClient("http://localhost:" + client.getAddress().getPort() + "/bye", "ES256");
        Browser browser = Browser.signedIn("wren");
        String idToken = token(exchange(browser.code())).path("id_token");

        browser.open().get("/oauth/logout?id_token_hint=" + idToken).then().statusCode(200);

        assertTrue(told.isEmpty());
    }

    @Test
    void bringsTheCookiesToAFormPostedFromAnotherSite() {
        new Browser().open()
            .contentType("application/x-www-form-urlencoded")
            .body("client_id=checker&state=x")
            .post("/oauth/logout")
            .then()
            .statusCode(303)
            .header("Location", "/oauth/logout?client_id=checker&state=x");
    }

    @Test
    void asksTheVisitorWhereNoTokenProvesTheClient() {
        Browser browser = Browser.signedIn("wren");
        Response asked = browser.open().get("/oauth/logout?client_id=checker" + BYE);
        asked.then().statusCode(200).header("Location", nullValue());
        browser.open().get("/profile-of-nobody");
        assertEquals("wren", handle(browser));

        String form = asked.htmlPath().getString("**.find { it.@name == 'token' }.@value");
        browser.open()
            .contentType("application/x-www-form-urlencoded")
            .body("token=forged")
            .post("/oauth/logout")
            .then()
            .statusCode(403);
        browser.cookies.putAll(asked.cookies());
        browser.open()
            .header("Sec-Fetch-Site", "cross-site")
            .contentType("application/x-www-form-urlencoded")
            .body("token=" + encoded(form))
            .post("/oauth/logout")
            .then()
            .statusCode(403);
        browser.open()
            .contentType("application/x-www-form-urlencoded")
            .body("token=" + encoded(form) + "&client_id=checker" + BYE)
            .post("/oauth/logout")
            .then()
            .statusCode(303)
            .header("Location", "https://checker.example/bye");
        assertNull(handle(browser));
    }

    @Test
    void goesToNoAddressThatIsNotRegistered() {
        Browser browser = Browser.signedIn("wren");
        String idToken = token(exchange(browser.code())).path("id_token");
        for (String bad : List.of("https://evil.example/", "https://checker.example/bye/", "//evil.example")) {
            browser.open()
                .get("/oauth/logout?id_token_hint=" + idToken + "&post_logout_redirect_uri=" + encoded(bad))
                .then()
                .statusCode(400)
                .header("Location", nullValue())
                .body(containsString("This sign-out cannot go on"));
        }
        browser.open()
            .get("/oauth/logout?post_logout_redirect_uri=https%3A%2F%2Fchecker.example%2Fbye")
            .then()
            .statusCode(400);
        browser.open().get("/oauth/logout?client_id=account&id_token_hint=" + idToken).then().statusCode(400);
        assertEquals("wren", handle(browser));
    }

    @Test
    void signsOutByTheFormOfEveryAppToo() {
        Browser browser = Browser.signedIn("wren");
        browser.open()
            .header("Origin", Browser.ISSUER)
            .post("/auth/logout")
            .then()
            .statusCode(303)
            .header("Location", "/");
        assertNull(handle(browser));
        given().redirects()
            .follow(false)
            .get("/auth/login?to=/x")
            .then()
            .statusCode(303)
            .header("Location", equalTo("/signin?to=%2Fx"));
    }

    private static String handle(Browser browser) {
        Map<String, String> answer = Browser.answer(browser.authorize(Browser.changed("prompt", "none")));
        return answer.containsKey("code") ? SignIn.member("wren").handle() : null;
    }
}
