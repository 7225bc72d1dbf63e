package coop.roseash.federation.security;

import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.AuditLog.Filter;
import coop.roseash.contract.provider.AuditLog.Kind;
import coop.roseash.federation.signin.Device;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class SecurityPagesTest {
    private static final String PASSWORD = "seven rusty lanterns";

    @Inject
    Members members;
    @Inject
    AuditLog audit;
    @Inject
    MockMailbox mailbox;
    @Inject
    RedisDataSource redis;

    private final String handle = "m" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final Device device = new Device();
    private Member member;

    @BeforeEach
    void signIn() {
        Device.forgetAttempts(redis);
        mailbox.clear();
        member = SignIn.member(handle);
        device.cookies.put(SignIn.COOKIE, SignIn.as(handle));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/security/password", "/security/address", "/security/codes", "/security/passkeys"})
    void asksForAFreshSignInBeforeAnythingChanges(String path) {
        given().redirects()
            .follow(false)
            .get(path)
            .then()
            .statusCode(303)
            .header("Location", startsWith("/auth/login"));
        device.cookies.put(SignIn.COOKIE, SignIn.longAgo(Instant.now().minusSeconds(3600), handle));
        device.get("/security").then().statusCode(200);
        device.get(path).then().statusCode(303).header("Location", startsWith("/auth/login?fresh=yes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/security/password", "/security/password/remove", "/security/address", "/security/codes",
            "/security/codes/start", "/security/codes/recovery", "/security/codes/remove", "/security/passkeys",
            "/security/passkeys/options", "/security/passkeys/1/name", "/security/passkeys/1/remove"})
    void takesNoFormWithoutItsToken(String path) {
        device.token();
        device.open().formParam("token", "forged").post(path).then().statusCode(403);
        device.open().formParam("x", "y").post(path).then().statusCode(403);
    }

    @Test
    void setsAPasswordAndSignsAllOtherDevicesOut() {
        String elsewhere = SignIn.as(handle);
        device.post("/security/password", Map.of("password", PASSWORD, "again", PASSWORD))
            .then()
            .statusCode(303)
            .header("Location", "/security?done=password");
        assertTrue(device.isSignedIn());
        given().redirects().follow(false).cookie(SignIn.COOKIE, elsewhere).get("/security").then().statusCode(303);
        Device other = new Device();
        other.post("/signin/password", Map.of("email", member.email(), "password", PASSWORD));
        assertTrue(other.isSignedIn());
        assertNoted(Kind.PASSWORD_SET);

        device.post("/security/password/remove", Map.of()).then().statusCode(303);
        new Device().post("/signin/password", Map.of("email", member.email(), "password", PASSWORD))
            .then()
            .statusCode(400);
        assertNoted(Kind.PASSWORD_REMOVED);
    }

    @Test
    void refusesAWeakPasswordNextToItsField() {
        for (String weak : List.of("short", "password1234", "123456789012", "aaaaaaaaaaaa", member.email(),
                handle + "12345", "x".repeat(201))) {
            device.post("/security/password", Map.of("password", weak, "again", weak)).then().statusCode(400);
        }
        device.post("/security/password", Map.of("password", PASSWORD, "again", PASSWORD + "!"))
            .then()
            .statusCode(400)
            .body(containsString("The two are not the same"));
    }

    @Test
    void asksForACodeAfterAPasswordAndTakesEachOnce() {
        String secret = turnCodesOn();
        device.post("/security/password", Map.of("password", PASSWORD, "again", PASSWORD));
        Device other = new Device();
        other.post("/signin/password", Map.of("email", member.email(), "password", PASSWORD, "to", "/x"))
            .then()
            .statusCode(303)
            .header("Location", "/signin/code");
        assertFalse(other.isSignedIn());
        other.post("/signin/code", Map.of("code", "000000"))
            .then()
            .statusCode(400)
            .body(containsString("does not count"));

        String code = code(secret, 1);
        other.post("/signin/code", Map.of("code", code)).then().statusCode(303).header("Location", "/x");
        assertTrue(other.isSignedIn());

        Device third = new Device();
        third.post("/signin/password", Map.of("email", member.email(), "password", PASSWORD));
        third.post("/signin/code", Map.of("code", code)).then().statusCode(400);
        assertFalse(third.isSignedIn());
    }

    @Test
    void asksForACodeAfterALinkByMailToo() {
        turnCodesOn();
        Device other = new Device();
        other.post("/signin/mail", Map.of("email", member.email()));
        other.post(Device.linkTo(mailbox, member.email()), Map.of())
            .then()
            .statusCode(303)
            .header("Location", "/signin/code");
        assertFalse(other.isSignedIn());
        other.get("/signin/code").then().statusCode(200);
        new Device().get("/signin/code").then().statusCode(303).header("Location", "/signin");
    }

    @Test
    void stopsWhoeverGuessesCodesButOnlyAfterTheFirstStep() {
        turnCodesOn();
        device.post("/security/password", Map.of("password", PASSWORD, "again", PASSWORD));
        Device thief = new Device();
        thief.post("/signin/password", Map.of("email", member.email(), "password", PASSWORD));
        for (int i = 0; i < 10; i++) {
            thief.post("/signin/code", Map.of("code", "00000" + i)).then().statusCode(400);
        }
        thief.post("/signin/code", Map.of("code", "000000")).then().statusCode(429);
    }

    @Test
    void letsAMemberBackInByARecoveryCodeOnce() {
        turnCodesOn();
        String page = device.post("/security/codes/recovery", Map.of()).then().statusCode(200).extract().asString();
        Matcher code = Pattern.compile("<code>([a-z0-9-]{19})</code>").matcher(page);
        assertTrue(code.find());
        assertNoted(Kind.RECOVERY_CODES_MADE);

        Device other = secondStep();
        other.post("/signin/code/recovery", Map.of("recoveryCode", "aaaa-aaaa-aaaa-aaaa")).then().statusCode(400);
        other.post("/signin/code/recovery", Map.of("recoveryCode", code.group(1).toUpperCase().replace("-", " ")))
            .then()
            .statusCode(303)
            .header("Location", "/security?done=recovery-code");
        assertTrue(other.isSignedIn());
        other.get("/security").then().body(containsString("You have 9 recovery"));
        assertNoted(Kind.RECOVERY_CODE_USED);
        secondStep().post("/signin/code/recovery", Map.of("recoveryCode", code.group(1))).then().statusCode(400);
    }

    @Test
    void turnsCodesOff() {
        turnCodesOn();
        device.post("/security/codes/remove", Map.of()).then().statusCode(303);
        assertNoted(Kind.TOTP_REMOVED);
        Device other = new Device();
        other.post("/signin/mail", Map.of("email", member.email()));
        other.post(Device.linkTo(mailbox, member.email()), Map.of());
        assertTrue(other.isSignedIn());
    }

    @Test
    void changesTheAddressInTheMembersOwnBrowserAlone() {
        String address = handle + "@elsewhere.example";
        device.post("/security/address", Map.of("email", address)).then().statusCode(303);
        String link = Device.linkTo(mailbox, address);
        assertEquals(member.email(), members.byId(member.id()).orElseThrow().email());

        Device stranger = new Device();
        stranger.get(link).then().statusCode(200).body(containsString("in the browser in which you asked for it"));
        stranger.post(link, Map.of()).then().statusCode(403);
        stranger.cookies.put(SignIn.COOKIE, SignIn.as("mallory"));
        stranger.post(link, Map.of()).then().statusCode(403);

        device.post(link, Map.of()).then().statusCode(303).header("Location", "/security?done=address");
        assertEquals(address, members.byId(member.id()).orElseThrow().email());
        assertTrue(Device.mailTo(mailbox, member.email()).contains("is now " + address));
        assertNoted(Kind.EMAIL_CHANGED);
        device.post(link, Map.of()).then().statusCode(410);
    }

    @Test
    void saysNothingAboutAnothersAddressAndSendsNothingThere() {
        Member wren = SignIn.member("wren");
        Response asked = device.post("/security/address", Map.of("email", wren.email()));
        asked.then().statusCode(303).header("Location", "/security?done=address-sent");
        device.post("/security/address", Map.of("email", handle + "@elsewhere.example"));
        Device.mailTo(mailbox, handle + "@elsewhere.example");
        assertTrue(mailbox.getMailsSentTo(wren.email()).isEmpty());
        device.post("/security/address", Map.of("email", "no")).then().statusCode(400);
        device.post("/security/address", Map.of("email", member.email())).then().statusCode(400);
    }

    @Test
    void refusesWhatNoAuthenticatorSigned() {
        for (String answer : List.of("", "{}", "null", "[]", "{\"id\":\"x\"}", "x".repeat(20_000))) {
            device.post("/security/passkeys", Map.of("credential", answer, "name", "Key")).then().statusCode(400);
            new Device().post("/signin/passkey", Map.of("credential", answer)).then().statusCode(400);
        }
        device.post("/security/passkeys/1/name", Map.of("name", "x")).then().statusCode(404);
        device.post("/security/passkeys/1/remove", Map.of()).then().statusCode(404);
        String first = device.post("/security/passkeys/options", Map.of()).then().extract().path("challenge");
        String second = device.post("/security/passkeys/options", Map.of()).then().extract().path("challenge");
        assertNotEquals(first, second);
    }

    /// A device that has shown all but the code.
    private Device secondStep() {
        mailbox.clear();
        Device other = new Device();
        other.post("/signin/mail", Map.of("email", member.email()));
        other.post(Device.linkTo(mailbox, member.email()), Map.of());
        return other;
    }

    private String turnCodesOn() {
        device.post("/security/codes/start", Map.of()).then().statusCode(303).header("Location", "/security/codes");
        String page = device.get("/security/codes").then().statusCode(200).extract().asString();
        Matcher secret = Pattern.compile("secret=([A-Z2-7]+)").matcher(page);
        assertTrue(secret.find());
        device.post("/security/codes", Map.of("code", "12345")).then().statusCode(400);
        device.post("/security/codes", Map.of("code", code(secret.group(1), 0)))
            .then()
            .statusCode(200)
            .body(containsString("Your recovery codes"));
        assertNoted(Kind.TOTP_ADDED);
        return secret.group(1);
    }

    private void assertNoted(Kind kind) {
        assertFalse(audit.search(new Filter(kind, member.id(), null, null), new PageRequest(1, 1)).isEmpty());
    }

    /// @param later how many steps from now the code is for
    private static String code(String secret, int later) {
        try {
            SecretKeySpec key = new SecretKeySpec(new Base32().decode(secret), "HmacSHA1");
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key,
                    Instant.now().plusSeconds(30L * later));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
