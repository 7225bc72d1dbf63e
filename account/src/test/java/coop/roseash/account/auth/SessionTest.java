package coop.roseash.account.auth;

import java.time.Instant;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Role;
import coop.roseash.contract.session.Browsers;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(StandInProvider.class)
class SessionTest {
    private static final String ORIGIN = "http://account.rose-ash.localhost:8080";

    @Inject
    Members members;
    @Inject
    Browsers browsers;

    @Test
    void knowsAMemberByTheSessionCookieAndKeepsTheAnswerOutOfCaches() {
        given().cookie(SignIn.COOKIE, SignIn.as("wren"))
            .get("/probe")
            .then()
            .statusCode(200)
            .header("Cache-Control", "private, no-store")
            .body(equalTo("wren"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "{}", "%00", "é", "0123456789012345678901234567890123456789012"})
    void takesAGarbageCookieForAGuest(String cookie) {
        given().header("Cookie", SignIn.COOKIE + "=" + cookie)
            .get("/probe")
            .then()
            .statusCode(200)
            .body(equalTo("guest"));
    }

    @Test
    void takesAnOversizedOrForeignCookieForNone() {
        given().header("Cookie", SignIn.COOKIE + "=" + "x".repeat(6000))
            .get("/probe")
            .then()
            .statusCode(200)
            .body(
                    equalTo("guest"));
        given().header("Cookie", "q_session=x; q_auth_x=y; __Host-ra_session=z; ra_silent=" + "%".repeat(50)
                + "; weird[name]=1; =; ;;")
            .get("/probe")
            .then()
            .statusCode(200)
            .body(equalTo("guest"));
        noRedirect().header("Cookie", "q_session=garbage; q_auth_garbage=x")
            .get("/auth/login?to=/probe")
            .then()
            .statusCode(302);
        assertEquals(431, given().header("Cookie", "big=" + "x".repeat(40_000)).get("/probe").statusCode());
    }

    @Test
    void sendsAGuestToTheSignInAndBack() {
        noRedirect().get("/probe/members?month=5&x=a%20b")
            .then()
            .statusCode(303)
            .header("Location", "/auth/login?to=%2Fprobe%2Fmembers%3Fmonth%3D5%26x%3Da%2520b");
        noRedirect().get("/probe/editors").then().statusCode(303);
        noRedirect().post("/probe/members").then().statusCode(401);
    }

    @Test
    void asksForAFreshSignInWhereItMatters() {
        String fresh = SignIn.as("wren");
        String old = SignIn.longAgo(Instant.now().minusSeconds(601), "wren");
        noRedirect().cookie(SignIn.COOKIE, fresh).get("/probe/safe").then().statusCode(200);
        noRedirect().cookie(SignIn.COOKIE, old).get("/probe/members").then().statusCode(200);
        noRedirect().cookie(SignIn.COOKIE, old)
            .get("/probe/safe?x=1")
            .then()
            .statusCode(303)
            .header("Location", "/auth/login?fresh=yes&to=%2Fprobe%2Fsafe%3Fx%3D1");
        noRedirect().cookie(SignIn.COOKIE, old)
            .header("Origin", ORIGIN)
            .header("Referer", ORIGIN + "/probe/form")
            .post("/probe/safe")
            .then()
            .statusCode(303)
            .header("Location", "/auth/login?fresh=yes&to=%2Fprobe%2Fform");
        noRedirect().cookie(SignIn.COOKIE, old)
            .header("HX-Request", "true")
            .post("/probe/safe")
            .then()
            .statusCode(401)
            .header("HX-Redirect", "/auth/login?fresh=yes&to=%2F");
        noRedirect().get("/auth/login?fresh=yes&to=%2Fprobe%2Fsafe")
            .then()
            .statusCode(302)
            .header("Location", containsString("max_age=600"));
        noRedirect().get("/probe/safe").then().statusCode(303).header("Location", "/auth/login?to=%2Fprobe%2Fsafe");
    }

    @Test
    void sendsHtmxToTheSignInAndBackToThePageItIsOn() {
        noRedirect().header("HX-Request", "true")
            .header("HX-Current-URL", ORIGIN + "/bookings?page=2")
            .get("/probe/members")
            .then()
            .statusCode(401)
            .header("HX-Redirect", "/auth/login?to=%2Fbookings%3Fpage%3D2");
        noRedirect().header("HX-Request", "true")
            .header("HX-Current-URL", "https://evil.example/bookings")
            .get("/probe/members")
            .then()
            .header("HX-Redirect", "/auth/login?to=%2F");
    }

    @Test
    void letsOnlyTheRoleInAndAnAdminEverywhere() {
        given().cookie(SignIn.COOKIE, SignIn.as("lark")).get("/probe/editors").then().statusCode(403);
        given().cookie(SignIn.COOKIE, SignIn.as("finch", Role.EDITOR)).get("/probe/editors").then().statusCode(200);
        given().cookie(SignIn.COOKIE, SignIn.as("eagle", Role.ADMIN)).get("/probe/editors").then().statusCode(200);
    }

    @Test
    void signsASuspendedMemberOut() {
        String cookie = SignIn.as("crow");
        long id = SignIn.member("crow").id();

        members.suspend(id, true);
        given().cookie(SignIn.COOKIE, cookie).get("/probe").then().statusCode(200).body(equalTo("guest"));

        members.suspend(id, false);
        given().cookie(SignIn.COOKIE, cookie).get("/probe").then().body(equalTo("guest"));
    }

    @Test
    void signsOutHereAndThenAtFederation() {
        String cookie = SignIn.as("gull");

        noRedirect().cookie(SignIn.COOKIE, cookie)
            .header("Origin", ORIGIN)
            .post("/auth/logout")
            .then()
            .statusCode(303)
            .header("Location", startsWith(StandInProvider.ISSUER + "/oauth/logout?client_id=account&id_token_hint="))
            .header("Location", containsString("&post_logout_redirect_uri=http%3A%2F%2Faccount"))
            .header("Set-Cookie", containsString("Max-Age=0"));
        given().cookie(SignIn.COOKIE, cookie).get("/probe").then().body(equalTo("guest"));
        noRedirect().header("Origin", ORIGIN).post("/auth/logout").then().statusCode(303).header("Location", "/");
        noRedirect().get("/auth/logout").then().statusCode(405);
    }

    @Test
    void asksSilentlyOnceWhenAPersonOpensAPage() {
        Response first = navigation().get("/probe?x=1");
        assertEquals(303, first.statusCode());
        assertEquals("/auth/silent?probe=1&to=%2Fprobe%3Fx%3D1", first.header("Location"));

        String marker = first.cookie("ra_silent");
        Response second = navigation().cookie("ra_silent", marker).get("/auth/silent?probe=1&to=/probe");
        second.then().statusCode(302).header("Location", containsString("prompt=none"));
        String done = second.cookie("ra_silent");

        navigation().cookie("ra_silent", done).get("/probe").then().statusCode(200);
        navigation().cookie("ra_silent", done)
            .get("/auth/silent?to=/probe")
            .then()
            .statusCode(303)
            .header("Location",
                    "/probe");
    }

    @Test
    void asksAgainBeforeThePauseEndsWhenSomebodySignedInInTheSameBrowser() {
        String mark = "m".repeat(43);
        browsers.forget(mark);
        navigation().cookie("ra_silent", mark).get("/probe").then().statusCode(200);

        browsers.noteSignIn(mark);

        navigation().cookie("ra_silent", mark)
            .get("/probe")
            .then()
            .statusCode(303)
            .header("Location",
                    "/auth/silent?probe=1&to=%2Fprobe");
        navigation().cookie("ra_silent", "o".repeat(43)).get("/probe").then().statusCode(200);
    }

    @Test
    void showsABrowserWithoutCookiesThePageInsteadOfGoingRound() {
        navigation().get("/auth/silent?probe=1&to=/probe%3Fx%3D1%26y")
            .then()
            .statusCode(200)
            .body(containsString("url=/probe?x=1&amp;y\""));
        navigation().header("Sec-Fetch-Site", "same-origin").get("/probe").then().statusCode(200);
    }

    @Test
    void asksNobodyElseSilently() {
        given().get("/probe").then().statusCode(200).header("Set-Cookie", nullValue());
        navigation().header("User-Agent", "Examplebot/1.0").get("/probe").then().statusCode(200);
        navigation().header("Sec-Fetch-Dest", "iframe").get("/probe").then().statusCode(200);
        navigation().header("HX-Request", "true").get("/probe").then().statusCode(200);
        navigation().get("/q/health/live").then().statusCode(200);
        navigation().cookie(SignIn.COOKIE, SignIn.as("wren")).get("/probe").then().statusCode(200);
    }

    private static RequestSpecification noRedirect() {
        return given().redirects().follow(false).urlEncodingEnabled(false);
    }

    private static RequestSpecification navigation() {
        return noRedirect().header("Sec-Fetch-Mode", "navigate").header("Accept", "text/html,*/*;q=0.8");
    }
}
