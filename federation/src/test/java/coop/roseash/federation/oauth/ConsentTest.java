package coop.roseash.federation.oauth;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Clients;
import coop.roseash.contract.provider.Consents;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static coop.roseash.federation.oauth.Browser.answer;
import static coop.roseash.federation.oauth.Browser.changed;
import static coop.roseash.federation.oauth.Browser.encoded;
import static coop.roseash.federation.oauth.Browser.exchange;
import static coop.roseash.federation.oauth.Browser.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ConsentTest {
    private static final String APP = "phone";
    private static final String OWN_SCHEME = "example.phone.app:/back";

    @Inject
    Clients clients;
    @Inject
    Consents consents;

    @BeforeEach
    void registerAPublicClient() {
        clients.save(new Client(APP, "The <Phone> App", Client.Kind.PUBLIC,
                new Client.Addresses(List.of(Browser.REDIRECT, OWN_SCHEME), List.of(), null),
                List.of("openid", "profile", "offline_access"), "RS256"), null);
        consents.withdraw(SignIn.member("robin").id(), APP);
    }

    @Test
    void asksOnceAndRemembers() {
        Browser browser = Browser.signedIn("robin");
        Response asked = browser.authorize(request("openid profile"));
        asked.then()
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .header("Content-Security-Policy", containsString("https://checker.example"))
            .body(containsString("The &lt;Phone&gt; App"));

        Response allowed = decide(browser, asked, "allow");

        allowed.then().statusCode(303).header("Location", startsWith(Browser.REDIRECT + "?code="));
        Map<String, String> form = exchange(answer(allowed).get("code"));
        form.put("client_id", APP);
        Response tokens = post("/oauth/token", form, null);
        tokens.then().statusCode(200);
        assertNotNull(answer(browser.authorize(request("openid"))).get("code"));
        Map<String, String> silent = request("openid profile");
        silent.put("prompt", "none");
        assertNotNull(answer(browser.authorize(silent)).get("code"));
    }

    @Test
    void asksAgainForMoreAndWhenTheClientWantsIt() {
        Browser browser = Browser.signedIn("robin");
        decide(browser, browser.authorize(request("openid")), "allow").then().statusCode(303);

        Map<String, String> more = request("openid profile");
        browser.authorize(more).then().statusCode(200);
        more.put("prompt", "none");
        assertEquals("consent_required", answer(browser.authorize(more)).get("error"));
        Map<String, String> again = request("openid");
        again.put("prompt", "consent");
        browser.authorize(again).then().statusCode(200);
    }

    @Test
    void tellsTheClientOfANo() {
        Browser browser = Browser.signedIn("robin");
        Response denied = decide(browser, browser.authorize(request("openid")), "deny");
        assertEquals("access_denied", answer(denied).get("error"));
        assertEquals("a state", answer(denied).get("state"));
        assertTrue(consents.of(SignIn.member("robin").id()).isEmpty());
    }

    @Test
    void takesNoFormThatItDidNotShowToThisBrowserAndMember() {
        Browser browser = Browser.signedIn("robin");
        Response asked = browser.authorize(request("openid"));
        Browser other = Browser.signedIn("robin");
        other.cookies.put("ra_form", "another-browser");

        decide(other, asked, "allow", false).then().statusCode(403);
        browser.cookies.put(SignIn.COOKIE, SignIn.as("jay"));
        decide(browser, asked, "allow").then().statusCode(200).body(containsString("@jay"));
        browser.open()
            .header("Origin", "https://evil.example")
            .post("/oauth/consent")
            .then()
            .statusCode(403);
    }

    @Test
    void readsTheRequestAnewAndSendsNothingToAnotherAddress() {
        Browser browser = Browser.signedIn("robin");
        Response asked = browser.authorize(request("openid"));
        browser.cookies.putAll(asked.cookies());
        String forged = Browser.query(request("openid")).replace("checker.example", "evil.example");
        browser.open()
            .header("Origin", Browser.ISSUER)
            .contentType("application/x-www-form-urlencoded")
            .body("decision=allow&member=x&token=" + encoded(hidden(asked, "token")) + "&request=" + encoded(forged))
            .post("/oauth/consent")
            .then()
            .statusCode(400)
            .header("Location", nullValue());
    }

    @Test
    void remembersNothingForAnAddressThatAnyAppMayClaim() {
        Browser browser = Browser.signedIn("robin");
        Map<String, String> request = request("openid");
        request.put("redirect_uri", OWN_SCHEME);
        decide(browser, browser.authorize(request), "allow").then().header("Location", startsWith(OWN_SCHEME));
        browser.authorize(request).then().statusCode(200);
    }

    @Test
    void leavesOutScopesThatTheClientMayNotHave() {
        Browser browser = Browser.signedIn("robin");
        browser.authorize(request("openid email"))
            .then()
            .statusCode(200)
            .body(not(containsString("e-mail address</li>")));
        assertEquals("invalid_scope", answer(browser.authorize(request("email"))).get("error"));
    }

    @Test
    void knowsAPublicClientByItsIdAloneAndNeverByASecret() {
        Browser browser = Browser.signedIn("robin");
        Map<String, String> form = exchange(
                answer(decide(browser, browser.authorize(request("openid")), "allow")).get("code"));
        form.put("client_id", APP);
        Map<String, String> withSecret = new java.util.LinkedHashMap<>(form);
        withSecret.put("client_secret", "x");
        post("/oauth/token", withSecret, null).then().statusCode(401).body("error", equalTo("invalid_client"));
        post("/oauth/introspect", Map.of("token", "x", "client_id", APP), null).then().statusCode(401);
        post("/oauth/token", form, null).then().statusCode(200);
    }

    @Test
    void goesOnByAPageWhereABrowserComesFromTheSignInForm() {
        Browser.registerClient(null, "RS256");
        Browser browser = Browser.signedIn("robin");
        String after = "&signed_in_after=1";
        browser.open()
            .header("Sec-Fetch-Site", "same-origin")
            .get("/oauth/authorize?" + Browser.query(Browser.request()) + after)
            .then()
            .statusCode(200)
            .body(containsString("http-equiv=\"refresh\" content=\"0; url=https://checker.example/callback?code="));
        browser.open()
            .header("Sec-Fetch-Site", "cross-site")
            .get("/oauth/authorize?" + Browser.query(Browser.request()) + after)
            .then()
            .statusCode(303);
    }

    @Test
    void bringsTheCookiesToAFormPostedFromAnotherSite() {
        Browser.registerClient(null, "RS256");
        new Browser().open()
            .contentType("application/x-www-form-urlencoded")
            .body(Browser.query(Browser.request()))
            .post("/oauth/authorize")
            .then()
            .statusCode(303)
            .header("Location", startsWith("/oauth/authorize?response_type=code&client_id=checker"));
    }

    private static Map<String, String> request(String scope) {
        Map<String, String> request = changed("client_id", APP);
        request.put("scope", scope);
        return request;
    }

    private static Response decide(Browser browser, Response asked, String decision) {
        return decide(browser, asked, decision, true);
    }

    private static Response decide(Browser browser, Response asked, String decision, boolean ownCookies) {
        if (ownCookies) {
            browser.cookies.putAll(asked.cookies());
        }
        return browser.open()
            .header("Origin", Browser.ISSUER)
            .contentType("application/x-www-form-urlencoded")
            .body("decision=" + decision + "&token=" + encoded(hidden(asked, "token")) + "&request="
                    + encoded(hidden(asked, "request")) + "&member=" + encoded(hidden(asked, "member")))
            .post("/oauth/consent");
    }

    private static String hidden(Response page, String name) {
        return page.htmlPath().getString("**.find { it.@name == '" + name + "' }.@value");
    }
}
