package coop.roseash.federation.client;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import coop.roseash.contract.member.Role;
import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Clients;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ClientsPageTest {
    @Inject
    Clients clients;

    @Test
    void isForAdminsOnly() {
        given().redirects().follow(false).get("/admin/clients").then().statusCode(303);
        given().cookie(SignIn.COOKIE, SignIn.as("wren", Role.STEWARD)).get("/admin/clients").then().statusCode(403);
        given().cookie(SignIn.COOKIE, SignIn.as("wren", Role.STEWARD))
            .header("Origin", "http://federation.rose-ash.localhost:8080")
            .post("/admin/clients/account/secret")
            .then()
            .statusCode(403);
    }

    @Test
    void entersAnApplicationAndTellsItsSecretOnce() {
        Response entered = form("orchard", "confidential", "https://orchard.example/callback\nhttp://127.0.0.1:9/cb");

        entered.then().statusCode(200).header("Cache-Control", "no-store");
        String secret = secret(entered);
        Client client = clients.authenticate("orchard", secret).orElseThrow();
        assertEquals(2, client.addresses().redirect().size());
        assertTrue(client.asksMembers());
        admin().get("/admin/clients")
            .then()
            .statusCode(200)
            .body(containsString("orchard"))
            .body(
                    not(containsString(secret)));
        form("orchard", "confidential", "https://evil.example/").then().statusCode(400);
    }

    @Test
    void changesItGivesItANewSecretStopsItAndLetsItBack() {
        String first = secret(form("meadow", "confidential", "https://meadow.example/callback"));
        admin().formParam("name", "Meadow & Co")
            .formParam("kind", "vouched")
            .formParam("scope", "openid")
            .formParam("redirect", "https://meadow.example/other")
            .post("/admin/clients/meadow")
            .then()
            .statusCode(303);
        Client changed = clients.byId("meadow").orElseThrow();
        assertEquals("https://meadow.example/other", changed.addresses().redirect().getFirst());
        assertEquals("Meadow & Co", changed.name());

        String second = secret(admin().post("/admin/clients/meadow/secret"));

        assertNotEquals(first, second);
        assertTrue(clients.authenticate("meadow", first).isEmpty());
        assertTrue(clients.authenticate("meadow", second).isPresent());
        admin().formParam("stopped", "yes").post("/admin/clients/meadow/stop").then().statusCode(303);
        assertTrue(clients.byId("meadow").isEmpty());
        assertTrue(clients.authenticate("meadow", second).isEmpty());
        admin().formParam("stopped", "no").post("/admin/clients/meadow/stop").then().statusCode(303);
        assertTrue(clients.authenticate("meadow", second).isPresent());
    }

    @Test
    void saysWhatIsWrongNextToTheField() {
        for (String bad : new String[]{"http://orchard.example/callback", "https://orchard.example/#x",
                "javascript:alert(1)",
                "https://*.example/", "orchard.example", "https://user@orchard.example/", "example.app:/back", ""}) {
            form("badly", "confidential", bad).then().statusCode(400).body(containsString("id=\"redirect-error\""));
        }
        form("no spaces", "confidential", "https://a.example/").then()
            .statusCode(400)
            .body(
                    containsString("id=\"id-error\""));
        admin().formParam("id", "nameless")
            .formParam("redirect", "https://a.example/")
            .post("/admin/clients")
            .then()
            .statusCode(400)
            .body(containsString("id=\"name-error\""));
        assertTrue(clients.byId("badly").isEmpty());
    }

    @Test
    void leavesOurOwnAppsAlone() {
        form("account", "confidential", "https://evil.example/").then().statusCode(400);
        admin().post("/admin/clients/account/secret").then().statusCode(404);
        admin().formParam("stopped", "yes").post("/admin/clients/account/stop").then().statusCode(303);
        admin().formParam("name", "x")
            .formParam("redirect", "https://evil.example/")
            .formParam("scope", "openid")
            .post("/admin/clients/account")
            .then()
            .statusCode(400);
        Client account = clients.byId("account").orElseThrow();
        assertTrue(account.own());
        assertFalse(account.addresses().redirect().contains("https://evil.example/"));
        admin().get("/admin/clients/nobody").then().statusCode(404);
        admin().get("/admin/clients?page=99999").then().statusCode(200);
    }

    private static Response form(String id, String kind, String redirect) {
        return admin().formParam("id", id)
            .formParam("name", "The " + id)
            .formParam("kind", kind)
            .formParam("scope", "openid", "profile")
            .formParam("redirect", redirect)
            .post("/admin/clients");
    }

    private static String secret(Response page) {
        return page.htmlPath().getList("**.findAll { it.name() == 'code' }").get(1).toString();
    }

    private static RequestSpecification admin() {
        return given().redirects()
            .follow(false)
            .header("Origin", "http://federation.rose-ash.localhost:8080")
            .cookie(SignIn.COOKIE, SignIn.as("rosa", Role.ADMIN));
    }
}
