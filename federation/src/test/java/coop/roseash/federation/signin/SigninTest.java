package coop.roseash.federation.signin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class SigninTest {
    @Inject
    MockMailbox mailbox;
    @Inject
    RedisDataSource redis;
    @Inject
    EntityManager entities;

    @BeforeEach
    void forgetAttempts() {
        Device.forgetAttempts(redis);
        mailbox.clear();
    }

    @Test
    void signsInByALinkThatCountsOnceAndGoesBack() {
        SignIn.member("wren");
        Device laptop = new Device();
        laptop.post("/signin/mail", Map.of("email", "WREN@rose-ash.example", "to", "/somewhere?x=1"))
            .then()
            .statusCode(303)
            .header(
                    "Location", "/signin/sent");
        String link = linkTo("wren@rose-ash.example");

        laptop.open().get(link).then().statusCode(200).body(containsString("Wren"));
        laptop.open().head(link).then().statusCode(200);
        Response confirmed = laptop.post(link, Map.of());

        confirmed.then().statusCode(303).header("Location", "/somewhere?x=1");
        assertTrue(laptop.isSignedIn());
        laptop.post(link, Map.of()).then().statusCode(410);
        laptop.open().get(link).then().statusCode(410);
    }

    @Test
    void signsInTheBrowserThatConfirmsAndNeverTheOneThatAsked() {
        SignIn.member("wren");
        Device mallory = new Device();
        mallory.post("/signin/mail", Map.of("email", "wren@rose-ash.example", "to", "/trap"));
        String link = linkTo("wren@rose-ash.example");
        Device phone = new Device();
        phone.open().get(link);

        Response confirmed = phone.post(link, Map.of());

        confirmed.then().statusCode(303).header("Location", "http://account.rose-ash.localhost:8080/");
        assertTrue(phone.isSignedIn());
        assertFalse(mallory.isSignedIn());
    }

    @Test
    void answersTheSameForAnUnknownAddressAndSendsNothing() {
        Response known = new Device().post("/signin/mail", Map.of("email", SignIn.member("wren").email()));
        Response unknown = new Device().post("/signin/mail", Map.of("email", "nobody@rose-ash.example"));
        assertEquals(known.statusCode(), unknown.statusCode());
        assertEquals(known.header("Location"), unknown.header("Location"));
        linkTo("wren@rose-ash.example");
        assertTrue(mailbox.getMailsSentTo("nobody@rose-ash.example").isEmpty());
    }

    @Test
    void stopsWhoeverAsksForTooManyMails() {
        String address = UUID.randomUUID() + "@rose-ash.example";
        for (int i = 0; i < 5; i++) {
            new Device().post("/signin/mail", Map.of("email", address)).then().statusCode(303);
        }
        new Device().post("/signin/mail", Map.of("email", address))
            .then()
            .statusCode(429)
            .header("Retry-After",
                    matchesPattern("[0-9]+"));
    }

    @Test
    void keepsOnlyTheHashOfALinkOnceTheMailIsSent() {
        SignIn.member("wren");
        new Device().post("/signin/mail", Map.of("email", "wren@rose-ash.example"));
        String link = linkTo("wren@rose-ash.example");
        String token = link.substring(link.lastIndexOf('/') + 1);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> rowsWith("outbox", token) == 0);
        assertEquals(0, rowsWith("mail_links", token));
        assertTrue(redis.key().keys("*" + token + "*").isEmpty());
    }

    private long rowsWith(String table, String text) {
        return QuarkusTransaction.requiringNew()
            .call(() -> (Long) entities
                .createNativeQuery("SELECT count(*) FROM " + table + " t WHERE strpos(t::text, ?1) > 0", Long.class)
                .setParameter(1, text)
                .getSingleResult());
    }

    @Test
    void signsInInTwoTabsAtOnce() {
        SignIn.member("wren");
        Device device = new Device();
        device.post("/signin/mail", Map.of("email", "wren@rose-ash.example", "to", "/one"));
        String first = linkTo("wren@rose-ash.example");
        mailbox.clear();
        device.post("/signin/mail", Map.of("email", "wren@rose-ash.example", "to", "/two"));
        String second = linkTo("wren@rose-ash.example");
        device.get(first).then().statusCode(200);
        device.get(second).then().statusCode(200);
        device.post(first, Map.of()).then().statusCode(303).header("Location", "/one");
        device.post(second, Map.of()).then().statusCode(303).header("Location", "/two");
        assertTrue(device.isSignedIn());
    }

    @Test
    void showsNothingToTheBackButtonAfterSigningOut() {
        Device device = new Device();
        device.cookies.put(SignIn.COOKIE, SignIn.as("wren"));
        device.get("/security").then().statusCode(200).header("Cache-Control", "no-store");
        String old = device.cookies.get(SignIn.COOKIE);
        device.open().post("/auth/logout").then().statusCode(303);
        device.cookies.put(SignIn.COOKIE, old);
        device.get("/security").then().statusCode(303).header("Location", "/auth/login?to=%2Fsecurity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "{}", "%00", "é", "0123456789012345678901234567890123456789012", ";;=,"})
    void takesAnyOddCookieForNone(String value) {
        for (String name : List.of("ra_session", "ra_form", "ra_known", "ra_step", "q_session", "JSESSIONID")) {
            given().redirects()
                .follow(false)
                .header("Cookie", name + "=" + value)
                .get("/signin")
                .then()
                .statusCode(200);
            given().redirects()
                .follow(false)
                .header("Cookie", name + "=" + value)
                .get("/signin/code")
                .then()
                .statusCode(303);
        }
    }

    @Test
    void takesAnOversizedCookieForNone() {
        given().header("Cookie", "ra_session=" + "A".repeat(12_000)).get("/signin").then().statusCode(200);
        given().header("Cookie", "ra_session=" + "A".repeat(100_000)).get("/signin").then().statusCode(431);
    }

    @Test
    void takesAFormFromNobodyElse() {
        given().contentType("application/x-www-form-urlencoded")
            .body("email=wren%40rose-ash.example")
            .post("/signin/mail")
            .then()
            .statusCode(403);
        Device device = new Device();
        device.open()
            .contentType("application/x-www-form-urlencoded")
            .body("email=x%40y.z&token=forged")
            .post("/signin/mail")
            .then()
            .statusCode(403);
        String token = device.token();
        device.open()
            .header("Origin", "https://evil.example")
            .contentType("application/x-www-form-urlencoded")
            .body("email=x%40y.z&token=" + token)
            .post("/signin/mail")
            .then()
            .statusCode(403);
    }

    private String linkTo(String address) {
        return Device.linkTo(mailbox, address);
    }
}
