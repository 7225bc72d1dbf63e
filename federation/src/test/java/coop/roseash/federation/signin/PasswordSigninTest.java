package coop.roseash.federation.signin;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import coop.roseash.contract.member.Passwords;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class PasswordSigninTest {
    private static final String PASSWORD = "correct horse battery";

    @Inject
    Passwords passwords;
    @Inject
    RedisDataSource redis;

    @BeforeEach
    void forgetAttempts() {
        Device.forgetAttempts(redis);
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
}
