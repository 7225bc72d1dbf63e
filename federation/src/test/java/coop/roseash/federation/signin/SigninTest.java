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

import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Passwords;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class SigninTest {
    private static final String PASSWORD = "correct horse battery";

    @Inject
    MockMailbox mailbox;
    @Inject
    Members members;
    @Inject
    Passwords passwords;
    @Inject
    RedisDataSource redis;
    @Inject
    EntityManager entities;

    @BeforeEach
    void forgetAttempts() {
        List<String> counters = redis.key().keys("limit:*");
        if (!counters.isEmpty()) {
            redis.key().del(counters.toArray(String[]::new));
        }
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

    @Test
    void signsInByPasswordAndRefusesAWrongOneNextToTheField() {
        passwords.set(SignIn.member("finch").id(), PASSWORD);
        Device device = new Device();
        device.post("/signin/password", Map.of("email", "finch@rose-ash.example", "password", "wrong", "to", "/x"))
            .then()
            .statusCode(400)
            .body(containsString("do not belong together"))
            .body(containsString("finch@rose-ash.example"));

        Response signedIn = device.post("/signin/password",
                Map.of("email", "finch@rose-ash.example", "password", PASSWORD, "to", "//evil.example"));

        signedIn.then().statusCode(303).header("Location", "/");
        assertTrue(device.isSignedIn());
    }

    @Test
    void letsNobodyUseUpTheAttemptsOfABrowserItsOwnerKnows() {
        passwords.set(SignIn.member("shrike").id(), PASSWORD);
        Device owner = new Device();
        owner.post("/signin/password", Map.of("email", "shrike@rose-ash.example", "password", PASSWORD));
        owner.cookies.remove(SignIn.COOKIE);
        for (int i = 0; i < 11; i++) {
            new Device().post("/signin/password", Map.of("email", "shrike@rose-ash.example", "password", "guess"));
            new Device().post("/signin/mail", Map.of("email", "shrike@rose-ash.example"));
        }
        new Device().post("/signin/password", Map.of("email", "shrike@rose-ash.example", "password", PASSWORD))
            .then()
            .statusCode(429);
        new Device().post("/signin/mail", Map.of("email", "shrike@rose-ash.example")).then().statusCode(429);

        owner.post("/signin/mail", Map.of("email", "shrike@rose-ash.example")).then().statusCode(303);
        owner.post("/signin/password", Map.of("email", "shrike@rose-ash.example", "password", PASSWORD))
            .then()
            .statusCode(303);
        assertTrue(owner.isSignedIn());
        owner.post("/signin/mail", Map.of("email", "wren@rose-ash.example")).then().statusCode(303);
    }

    @Test
    void stopsWhoeverGuessesPasswords() {
        for (int i = 0; i < 10; i++) {
            new Device().post("/signin/password", Map.of("email", "owl@rose-ash.example", "password", "guess" + i))
                .then()
                .statusCode(400);
        }
        new Device().post("/signin/password", Map.of("email", "OWL@rose-ash.example", "password", "guess"))
            .then()
            .statusCode(429);
    }

    @Test
    void givesANewSessionAtEachSignIn() {
        passwords.set(SignIn.member("finch").id(), PASSWORD);
        Device device = new Device();
        String planted = SignIn.as("mallory");
        device.cookies.put(SignIn.COOKIE, planted);
        Response signedIn = device.post("/signin/password",
                Map.of("email", "finch@rose-ash.example", "password", PASSWORD));
        assertNotEquals(planted, signedIn.cookie(SignIn.COOKIE));
        device.cookies.put(SignIn.COOKIE, planted);
        device.open().get("/auth/login?to=/x").then().header("Location", equalTo("/signin?to=%2Fx"));
    }

    @Test
    void takesANewMemberInOnceTheyConfirmTheirAddress() {
        String handle = "new_" + UUID.randomUUID().toString().substring(0, 8);
        Device device = new Device();
        device.get("/signin/join").then().statusCode(200);
        device
            .post("/signin/join",
                    Map.of("email", handle + "@example.org", "handle", handle, "displayName", "New Person", "to", "/x"))
            .then()
            .statusCode(303);
        assertTrue(members.byHandle(handle).isEmpty());
        String link = linkTo(handle + "@example.org");

        Response confirmed = device.post(link, Map.of());

        confirmed.then().statusCode(303).header("Location", "/x");
        assertEquals("New Person", members.byHandle(handle).orElseThrow().displayName());
        assertTrue(device.isSignedIn());
    }

    @Test
    void saysWhatIsWrongWithAnApplicationAndKeepsWhatWasTyped() {
        SignIn.member("wren");
        new Device()
            .post("/signin/join", Map.of("email", "x@example.org", "handle", "wren", "displayName", "Second Wren"))
            .then()
            .statusCode(400)
            .body(containsString("This name is taken"))
            .body(containsString("Second Wren"));
        new Device().post("/signin/join", Map.of("email", "no", "handle", "No Spaces", "displayName", ""))
            .then()
            .statusCode(400)
            .body(containsString("small letters"))
            .body(containsString("No Spaces"));
    }

    private String linkTo(String address) {
        return Device.linkTo(mailbox, address);
    }
}
