package coop.roseash.federation.key;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;

import coop.roseash.contract.member.Role;
import coop.roseash.contract.provider.SigningKeys;
import coop.roseash.contract.provider.SigningKeys.SigningKey;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@TestProfile(KeysPageTest.Rotating.class)
class KeysPageTest {
    public static class Rotating implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("signing-key.lead", "2S", "signing-key.memory", "1S", "signing-key.check", "1S",
                    "signing-key.interval", "8S");
        }
    }

    @Inject
    SigningKeys keys;

    @Test
    void isForAdminsOnly() {
        given().redirects().follow(false).get("/admin/keys").then().statusCode(303);
        given().cookie(SignIn.COOKIE, SignIn.as("wren", Role.EDITOR))
            .header("Origin", "http://federation.rose-ash.localhost:8080")
            .post("/admin/keys")
            .then()
            .statusCode(403);
    }

    @Test
    void publishesANewKeyBeforeItSignsAndTheOldOneAfterwards() {
        String before = keys.current("ES256").kid();
        Instant asked = Instant.now();

        admin().post("/admin/keys").then().statusCode(303);

        List<SigningKey> fresh = keys.published().stream().filter(key -> key.signsFrom().isAfter(asked)).toList();
        assertTrue(fresh.size() >= 2, fresh.toString());
        assertTrue(fresh.stream().allMatch(key -> key.signsFrom().isAfter(asked.plusSeconds(1))));
        assertTrue(kids().containsAll(fresh.stream().map(SigningKey::kid).toList()));
        admin().get("/admin/keys").then().statusCode(200).body(containsString(fresh.getFirst().kid()));
        await().until(() -> !keys.current("ES256").kid().equals(before));
        assertTrue(kids().contains(before));
    }

    @Test
    void believesALeakedKeyNoMoreAtOnce() {
        String leaked = keys.current("RS256").kid();

        admin().formParam("leaked", "yes").post("/admin/keys").then().statusCode(303);

        assertNotEquals(leaked, keys.current("RS256").kid());
        assertFalse(kids().contains(leaked));
        assertTrue(keys.remembered().stream().noneMatch(key -> key.kid().equals(leaked)));
    }

    @Test
    void makesNewKeysByItselfWhenTheyAreOld() {
        String before = keys.current("ES256").kid();
        await().atMost(java.time.Duration.ofSeconds(20)).until(() -> !keys.current("ES256").kid().equals(before));
        assertTrue(kids().contains(before));
    }

    private static List<String> kids() {
        return given().get("/oauth/jwks").jsonPath().getList("keys.kid");
    }

    private static RequestSpecification admin() {
        return given().redirects()
            .follow(false)
            .header("Origin", "http://federation.rose-ash.localhost:8080")
            .cookie(SignIn.COOKIE, SignIn.as("rosa", Role.ADMIN));
    }
}
