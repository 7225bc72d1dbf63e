package coop.roseash.federation.signin;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import coop.roseash.contract.member.Passwords;
import coop.roseash.contract.session.Browsers;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class BrowserMarkTest {
    private static final String SILENTLY = "/oauth/authorize?response_type=code&client_id=account&scope=openid"
            + "&redirect_uri=http%3A%2F%2Faccount.rose-ash.localhost%3A8080%2Fauth%2Fcallback&prompt=none"
            + "&code_challenge_method=S256&code_challenge=" + "c".repeat(43);

    @Inject
    Browsers browsers;
    @Inject
    Passwords passwords;

    @Test
    void letsAnAppThatAskedInVainKnowOfASignInInTheSameBrowserOnly() {
        passwords.set(SignIn.member("siskin").id(), "correct horse battery");
        Device device = new Device();
        String mark = mark(ask(device));
        String other = mark(ask(new Device()));
        assertFalse(browsers.hasSignedIn(mark));

        device.post("/signin/password",
                Map.of("email", "siskin@rose-ash.example", "password", "correct horse battery"))
            .then()
            .statusCode(303);

        assertTrue(browsers.hasSignedIn(mark));
        assertFalse(browsers.hasSignedIn(other));
        assertTrue(ask(device).header("Location").contains("?code="));
    }

    private static Response ask(Device device) {
        Response answer = device.open().urlEncodingEnabled(false).get(SILENTLY);
        device.cookies.putAll(answer.cookies());
        return answer;
    }

    private static String mark(Response answer) {
        return answer.header("Location").replaceAll(".*[?&]browser=([^&]*).*", "$1");
    }
}
