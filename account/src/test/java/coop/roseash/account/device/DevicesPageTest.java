package coop.roseash.account.device;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

import coop.roseash.contract.session.Session;
import coop.roseash.contract.session.Sessions;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class DevicesPageTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @Inject
    Sessions sessions;

    @Test
    void showsEachDeviceWithItsPlaceAndMarksThisOne() {
        long member = SignIn.member("avocet").id();
        elsewhere(member, "sid-" + UUID.randomUUID());
        as(SignIn.as("avocet")).get("/devices")
            .then()
            .statusCode(200)
            .body(containsString("Firefox on Linux"))
            .body(containsString("203.0.113.x"))
            .body(containsString("This one"))
            .body(containsString("Sign out all others"));
        given().redirects().follow(false).get("/devices").then().statusCode(303);
    }

    @Test
    void signsOneDeviceOutAtOnce() {
        String sid = "sid-" + UUID.randomUUID();
        String lost = elsewhere(SignIn.member("curlew").id(), sid);
        as(SignIn.as("curlew")).formParam("sid", sid)
            .post("/devices/sign-out")
            .then()
            .statusCode(303)
            .header("Location", containsString("/devices?ended=1"));
        assertTrue(sessions.find(lost).isEmpty());
        as(lost).get("/devices").then().statusCode(303);
    }

    @Test
    void signsAllOthersOutAndStays() {
        String one = SignIn.as("godwit");
        String other = SignIn.as("godwit");
        as(one).post("/devices/sign-out-others").then().statusCode(303);
        assertTrue(sessions.find(other).isEmpty());
        as(one).get("/devices").then().statusCode(200).body(not(containsString("Sign out all others")));
    }

    @Test
    void neverSignsOutSomebodyElse() {
        String sid = "sid-" + UUID.randomUUID();
        String theirs = elsewhere(SignIn.member("knot").id(), sid);
        as(SignIn.as("mallory")).formParam("sid", sid)
            .post("/devices/sign-out")
            .then()
            .header("Location", containsString("ended=0"));
        assertTrue(sessions.find(theirs).isPresent());
        as(SignIn.as("knot")).header("Origin", "https://evil.example")
            .post("/devices/sign-out-others")
            .then()
            .statusCode(403);
        assertTrue(sessions.find(theirs).isPresent());
    }

    private String elsewhere(long member, String sid) {
        Instant now = Instant.now();
        return sessions
            .start(Session.starting(member, sid, now, now, "", new Session.Device(FIREFOX, "203.0.113.x")))
            .orElseThrow();
    }

    private static RequestSpecification as(String cookie) {
        return given().redirects().follow(false).cookie(SignIn.COOKIE, cookie);
    }
}
