package coop.roseash.federation.oauth;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import coop.roseash.testing.EmbeddedServices;

import static coop.roseash.federation.oauth.Browser.answer;
import static coop.roseash.federation.oauth.Browser.changed;
import static coop.roseash.federation.oauth.Browser.query;
import static coop.roseash.federation.oauth.Browser.request;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class AuthorizeTest {
    @BeforeEach
    void registerClient() {
        Browser.registerClient(null, "RS256");
    }

    @Test
    void sendsACodeWithStateAndIssuerToTheRegisteredAddress() {
        Response response = Browser.signedIn("wren").authorize(request());

        response.then()
            .statusCode(303)
            .header("Location", startsWith(Browser.REDIRECT + "?code="))
            .header(
                    "Cache-Control", containsString("no-store"));
        Map<String, String> answer = answer(response);
        assertTrue(answer.get("code").length() >= 43);
        assertEquals("a state", answer.get("state"));
        assertEquals(Browser.ISSUER, answer.get("iss"));
    }

    @Test
    void answersAPostAndAnAddressWithAQueryToo() {
        Browser browser = Browser.signedIn("wren");
        browser.open()
            .contentType("application/x-www-form-urlencoded")
            .body(query(request()))
            .post("/oauth/authorize")
            .then()
            .statusCode(303)
            .header("Location", startsWith(Browser.REDIRECT + "?code="));
        browser.authorize(changed("redirect_uri", Browser.REDIRECT + "?from=rose"))
            .then()
            .header("Location", startsWith(Browser.REDIRECT + "?from=rose&code="));
    }

    @Test
    void givesTheStateBackByteForByte() {
        Browser browser = Browser.signedIn("wren");
        String state = "%00%ff%C3%A9+%2B%20%26%3D";
        Response response = browser.open()
            .get("/oauth/authorize?" + query(changed("state", null)) + "&state=" + state);
        assertTrue(response.header("Location").contains("&state=%00%FF%C3%A9%20%2B%20%26%3D&"),
                response.header("Location"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://checker.example/callback/", "https://checker.example/Callback",
            "https://checker.example/callback?x=1", "https://checker.example/callback#x",
            "http://checker.example/callback",
            "https://evil.example/callback", "https://checker.example@evil.example/callback", "javascript:alert(1)",
            "https://checker.example/callback%2F", ""})
    void showsAPageForAnyOtherAddressAndSendsNothingThere(String address) {
        Browser.signedIn("wren")
            .authorize(changed("redirect_uri", address))
            .then()
            .statusCode(400)
            .header("Location", nullValue());
    }

    @Test
    void showsAPageForAnUnknownOrDoubledClientOrAddress() {
        Browser browser = Browser.signedIn("wren");
        browser.authorize(changed("client_id", "nobody")).then().statusCode(400).header("Location", nullValue());
        browser.authorize(changed("client_id", null)).then().statusCode(400).header("Location", nullValue());
        browser.open().get("/oauth/authorize?" + query(request()) + "&client_id=checker").then().statusCode(400);
        browser.open()
            .get("/oauth/authorize?" + query(request()) + "&redirect_uri=https%3A%2F%2Fevil.example")
            .then()
            .statusCode(400)
            .header("Location", nullValue());
        browser.open()
            .contentType("application/x-www-form-urlencoded")
            .body("client_id=%")
            .post("/oauth/authorize")
            .then()
            .statusCode(400);
        browser.open().get("/oauth/authorize").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"response_type,token,unsupported_response_type",
            "response_type,code id_token,unsupported_response_type",
            "response_type,,invalid_request", "code_challenge,,invalid_request", "code_challenge,short,invalid_request",
            "code_challenge_method,plain,invalid_request", "code_challenge_method,,invalid_request",
            "request,eyJhbGciOiJub25lIn0.e30.,request_not_supported",
            "request_uri,http://127.0.0.1:1/,request_uri_not_supported", "scope,nonsense,invalid_scope",
            "response_mode,fragment,invalid_request", "prompt,none login,invalid_request",
            "max_age,-1,invalid_request", "max_age,soon,invalid_request", "response_type,'',invalid_request",
            "scope,openid \"x\",invalid_scope"})
    void tellsTheClientWhatIsWrong(String parameter, String value, String error) {
        Response response = Browser.signedIn("wren").authorize(changed(parameter, value));

        response.then().statusCode(303).header("Location", startsWith(Browser.REDIRECT + "?error="));
        Map<String, String> answer = answer(response);
        assertEquals(error, answer.get("error"));
        assertEquals("a state", answer.get("state"));
        assertEquals(Browser.ISSUER, answer.get("iss"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "nonce", "scope", "code_challenge", "max_age", "prompt"})
    void refusesADoubledParameter(String parameter) {
        Response response = Browser.signedIn("wren")
            .open()
            .get("/oauth/authorize?" + query(request()) + "&" + parameter + "=1&" + parameter + "=2");
        assertEquals("invalid_request", answer(response).get("error"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "request_uri", "registration", "response_mode", "max_age", "prompt",
            "id_token_hint", "nonce", "state"})
    void takesAParameterWithoutAValueAsLeftOut(String parameter) {
        assertNotNull(answer(Browser.signedIn("wren").authorize(changed(parameter, ""))).get("code"));
    }

    @Test
    void saysLoginRequiredToASilentQuestionWithoutASession() {
        assertEquals("login_required", answer(new Browser().authorize(changed("prompt", "none"))).get("error"));
        assertNotNull(answer(Browser.signedIn("wren").authorize(changed("prompt", "none"))).get("code"));
    }

    @Test
    void tellsOurOwnAppsWhichBrowserItWasAndNobodyElse() {
        Map<String, String> silent = changed("client_id", "account");
        silent.put("redirect_uri", "http://account.rose-ash.localhost:8080/auth/callback");
        silent.put("prompt", "none");
        Browser browser = new Browser();
        Response first = browser.authorize(silent);
        browser.cookies.putAll(first.cookies());

        assertEquals(43, answer(first).get("browser").length());
        assertEquals(answer(first).get("browser"), answer(browser.authorize(silent)).get("browser"));
        assertTrue(!answer(browser.authorize(changed("prompt", "none"))).containsKey("browser"));
    }

    @Test
    void asksForASignInAndComesBackToTheSameRequest() {
        Response response = new Browser().authorize(request());

        response.then().statusCode(303).header("Location", startsWith("/signin?to=%2Foauth%2Fauthorize%3F"));
        String to = answer(response).get("to");
        assertNotNull(answer(Browser.signedIn("wren").open().get(to)).get("code"));
    }

    @Test
    void demandsAFreshSignInForPromptLoginAndMaxAgeZeroOnce() throws InterruptedException {
        for (Map<String, String> demanding : java.util.List.of(changed("prompt", "login"), changed("max_age", "0"))) {
            Response response = Browser.signedIn("wren").authorize(demanding);
            String to = answer(response).get("to");
            assertNotNull(to);
            assertNotNull(answer(Browser.signedIn("wren").open().get(to)).get("code"));
        }
        assertNotNull(answer(Browser.signedIn("wren").authorize(changed("max_age", "600"))).get("code"));
    }
}
