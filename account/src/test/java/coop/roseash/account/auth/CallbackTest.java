package coop.roseash.account.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(StandInProvider.class)
class CallbackTest {
    private static final String ORIGIN = "http://account.rose-ash.localhost:8080";

    @Test
    void asksFederationWithEveryProtectionThereIs() {
        Map<String, String> asked = query(start("/probe").header("Location"));

        assertEquals("account", asked.get("client_id"));
        assertEquals("code", asked.get("response_type"));
        assertEquals("S256", asked.get("code_challenge_method"));
        assertEquals(ORIGIN + "/auth/callback", asked.get("redirect_uri"));
        assertNotNull(asked.get("nonce"));
        assertNotNull(asked.get("state"));
    }

    @Test
    void keepsItsStateFromOtherSites() {
        assertTrue(start("/probe").headers()
            .getValues("Set-Cookie")
            .stream()
            .filter(cookie -> cookie.startsWith("q_auth"))
            .allMatch(cookie -> cookie.contains("SameSite=Lax") && cookie.contains("HTTPOnly")));
    }

    @Test
    void explainsAnAnswerThatWasUsedAlreadyAndLeadsWhoeverIsSignedInOn() {
        Response started = start("/probe");
        String answer = answer(started, "wren", newSid());
        Response finished = finish(started, answer);

        Response again = callback(started, answer);

        again.then().statusCode(303).header("Location", "/auth/error?error=expired_request");
        noRedirect().get("/auth/error?error=expired_request").then().statusCode(400).body(not(equalTo("")));
        noRedirect().cookie(SignIn.COOKIE, finished.cookie(SignIn.COOKIE))
            .get("/auth/error?error=expired_request")
            .then()
            .statusCode(303)
            .header("Location", "/");
    }

    @Test
    void leadsOnWhoeverGoesBackInTheBrowserAfterSigningIn() {
        SignIn.member("wren");
        Response started = start("/probe");
        String answer = answer(started, "wren", newSid());
        Response finished = finish(started, answer);

        noRedirect().cookie(SignIn.COOKIE, finished.cookie(SignIn.COOKIE))
            .get(path(answer))
            .then()
            .statusCode(303)
            .header("Location", "/");
    }

    @Test
    void signsInAndComesBackToThePage() {
        SignIn.member("wren");
        Response started = start("/probe/members?x=1%262");

        Response finished = finish(started, answer(started, "wren", newSid()));

        finished.then().statusCode(303).header("Location", "/probe/members?x=1%262");
        String session = finished.cookie(SignIn.COOKIE);
        given().cookie(SignIn.COOKIE, session).get("/probe").then().body(equalTo("wren"));
        assertTrue(finished.headers()
            .getValues("Set-Cookie")
            .stream()
            .anyMatch(cookie -> cookie.startsWith(SignIn.COOKIE) && cookie.contains("HTTPOnly")
                    && cookie.contains("SameSite=Lax") && !cookie.contains("Domain")));
    }

    @Test
    void givesANewSessionInsteadOfOneThatSomebodyPlanted() {
        SignIn.member("wren");
        String planted = SignIn.as("mallory");
        Response started = start("/");

        Response finished = finish(started, answer(started, "wren", newSid()), SignIn.COOKIE, planted);

        assertNotEquals(planted, finished.cookie(SignIn.COOKIE));
        given().cookie(SignIn.COOKIE, planted).get("/probe").then().body(equalTo("guest"));
    }

    @Test
    void finishesTwoTabsThatSignInAtOnce() {
        SignIn.member("wren");
        Response one = start("/probe?tab=1");
        Response two = start("/probe?tab=2");
        Map<String, String> cookies = new HashMap<>(one.cookies());
        cookies.putAll(two.cookies());

        Response back = noRedirect().cookies(cookies).get(path(answer(one, "wren", newSid())));
        Response other = noRedirect().cookies(cookies).get(path(answer(two, "wren", newSid())));

        assertEquals("/auth/login?to=%2Fprobe%3Ftab%3D1", path(back.header("Location")));
        assertEquals("/auth/login?to=%2Fprobe%3Ftab%3D2", path(other.header("Location")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example",
            "javascript:alert(1)", "/..//evil.example", "/%2e%2e//evil.example", "/auth/logout", "", "/a b",
            "/x\r\nSet-Cookie: a=b"})
    void comesBackToNoOtherSite(String to) {
        SignIn.member("wren");
        Response started = start(to);

        finish(started, answer(started, "wren", newSid())).then().statusCode(303).header("Location", "/");
        noRedirect().get("/auth/error?error=login_required&to=" + encoded(to))
            .then()
            .statusCode(303)
            .header("Location", "/");
    }

    @Test
    void refusesAnAnswerFromAnotherIssuerOrWithoutOne() {
        Response started = start("/probe");
        String answer = answer(started, "wren", newSid());

        callback(started, answer.replaceAll("iss=[^&]*", "iss=https%3A%2F%2Fevil.example")).then().statusCode(400);
        callback(started, answer.replaceAll("&iss=[^&]*", "")).then().statusCode(400);
    }

    @Test
    void refusesAnAnswerThatThisBrowserDidNotAskFor() {
        Response started = start("/probe");
        String answer = answer(started, "wren", newSid());

        noRedirect().get(path(answer)).then().statusCode(400);
        callback(start("/probe"), answer).then().statusCode(400);
        callback(started, answer + "&state=second").then().statusCode(400);
        noRedirect().get("/auth/callback").then().statusCode(400);
    }

    @Test
    void refusesAnIdTokenWithAForeignNonceOrForAnotherClient() {
        SignIn.member("wren");
        Response started = start("/probe");
        JwtClaims foreignNonce = claims(started, "wren", newSid());
        foreignNonce.setStringClaim("nonce", "another");
        assertRefused(started, foreignNonce);

        started = start("/probe");
        JwtClaims forAnother = claims(started, "wren", newSid());
        forAnother.setAudience("blog");
        assertRefused(started, forAnother);
    }

    @Test
    void goesBackToThePageWhenNobodyIsSignedInAtFederation() {
        Response started = noRedirect().get("/auth/silent?to=/probe%3Fx%3D1");
        String state = query(started.header("Location")).get("state");
        String mark = "b".repeat(43);
        Response back = noRedirect().cookies(started.cookies())
            .get("/auth/callback?error=login_required&browser=" + mark + "&state=" + state + "&iss="
                    + encoded(StandInProvider.ISSUER));

        assertEquals(mark, back.cookie("ra_silent"));

        noRedirect().get(path(back.header("Location")))
            .then()
            .statusCode(303)
            .header("Location", "/probe?x=1");
    }

    @Test
    void saysInPlainWordsThatASignInWasRefused() {
        noRedirect().get("/auth/error?error=access_denied&to=/probe")
            .then()
            .statusCode(400)
            .body(not(equalTo("")));
    }

    private void assertRefused(Response started, JwtClaims claims) {
        String code = UUID.randomUUID().toString();
        StandInProvider.issue(code, claims);
        Response back = callback(started, callbackPath(started, code));
        back.then().statusCode(303).header("Location", "/auth/error?error=expired_request");
        assertTrue(back.cookie(SignIn.COOKIE) == null);
    }

    private static Response start(String to) {
        return noRedirect().get("/auth/login?to=" + encoded(to));
    }

    /// Federation's answer to a sign-in, as the path a browser would be sent to.
    private static String answer(Response started, String handle, String sid) {
        String code = UUID.randomUUID().toString();
        StandInProvider.issue(code, claims(started, handle, sid));
        return callbackPath(started, code);
    }

    private static String callbackPath(Response started, String code) {
        return "/auth/callback?code=" + code + "&state=" + query(started.header("Location")).get("state") + "&iss="
                + encoded(StandInProvider.ISSUER);
    }

    private static JwtClaims claims(Response started, String handle, String sid) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(StandInProvider.ISSUER);
        claims.setAudience("account");
        claims.setSubject(SignIn.member(handle).subject());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setNumericDateClaim("auth_time", NumericDate.now());
        claims.setStringClaim("nonce", query(started.header("Location")).get("nonce"));
        claims.setStringClaim("sid", sid);
        return claims;
    }

    private static Response callback(Response started, String answer) {
        return noRedirect().cookies(started.cookies()).get(path(answer));
    }

    private static Response finish(Response started, String answer, String... cookie) {
        Response back = callback(started, answer);
        RequestSpecification last = noRedirect().cookies(back.cookies());
        if (cookie.length == 2) {
            last = last.cookie(cookie[0], cookie[1]);
        }
        return last.get(path(back.header("Location")));
    }

    private static RequestSpecification noRedirect() {
        return given().redirects().follow(false).urlEncodingEnabled(false);
    }

    private static String path(String address) {
        return address.replaceFirst("^https?://[^/]*", "");
    }

    private static Map<String, String> query(String address) {
        Map<String, String> found = new HashMap<>();
        for (String pair : address.substring(address.indexOf('?') + 1).split("&")) {
            String[] parts = pair.split("=", 2);
            found.put(parts[0], java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String newSid() {
        return "sid-" + UUID.randomUUID();
    }
}
