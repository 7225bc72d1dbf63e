package coop.roseash.federation.signin;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import coop.roseash.contract.member.Members;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class JoinTest {
    @Inject
    MockMailbox mailbox;
    @Inject
    Members members;
    @Inject
    RedisDataSource redis;

    @BeforeEach
    void forgetAttempts() {
        Device.forgetAttempts(redis);
        mailbox.clear();
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
