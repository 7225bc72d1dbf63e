package coop.roseash.federation.command;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Clients;
import coop.roseash.contract.provider.SigningKeys;
import coop.roseash.testing.EmbeddedServices;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ClientCommandTest {
    @Inject
    Clients clients;
    @Inject
    SigningKeys keys;
    @ConfigProperty(name = "site.internal-key")
    String key;

    @Test
    void entersAClientAndPrintsItsSecret() {
        Response answer = post("/internal/clients",
                "id=command&name=Command&kind=vouched&scope=openid&redirect=http%3A%2F%2F127.0.0.1%3A9999%2Fcb");

        answer.then().statusCode(200).body(containsString("client_id=command\n"));
        String secret = answer.asString().replaceAll("(?s).*client_secret=(\\S+)\\s*", "$1");
        assertEquals(Client.Kind.VOUCHED, clients.authenticate("command", secret).orElseThrow().kind());
        post("/internal/clients", "id=command&name=&kind=vouched").then()
            .statusCode(400)
            .body(containsString("redirect: "));
    }

    @Test
    void makesNewKeys() {
        int before = keys.remembered().size();
        post("/internal/keys", "").then().statusCode(200).body(containsString("T"));
        assertTrue(keys.remembered().size() >= before + 2);
    }

    @Test
    void isForWhoeverHasThePlatformsKey() {
        given().contentType("application/x-www-form-urlencoded").post("/internal/clients").then().statusCode(403);
        given().header("X-Rose-Ash-Signature", Call.signature("/internal/clients", key))
            .contentType("application/x-www-form-urlencoded")
            .post("/internal/keys")
            .then()
            .statusCode(403);
    }

    private Response post(String path, String form) {
        return given().header("X-Rose-Ash-Signature", Call.signature(path, key))
            .contentType("application/x-www-form-urlencoded")
            .body(form)
            .post(path);
    }
}
