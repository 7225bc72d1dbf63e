package coop.roseash.federation.application;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Clients;
import coop.roseash.contract.provider.Consents;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ApplicationsPageTest {
    @Inject
    Clients clients;
    @Inject
    Consents consents;

    @Test
    void showsAMemberTheirApplicationsAndTakesThemBack() {
        clients.save(new Client("hedge", "Hedge Reader", Client.Kind.PUBLIC,
                new Client.Addresses(List.of("https://hedge.example/"), List.of(), null), List.of("openid"), "RS256"),
                null);
        long pipit = SignIn.member("pipit").id();
        consents.allow(pipit, "hedge", List.of("openid", "profile"));
        String cookie = SignIn.as("pipit");

        given().cookie(SignIn.COOKIE, cookie)
            .get("/applications")
            .then()
            .statusCode(200)
            .body(
                    containsString("Hedge Reader"));
        given().cookie(SignIn.COOKIE, SignIn.as("dove"))
            .get("/applications")
            .then()
            .body(
                    not(containsString("Hedge Reader")));
        given().redirects().follow(false).get("/applications").then().statusCode(303);
        given().redirects()
            .follow(false)
            .header("Origin", "http://federation.rose-ash.localhost:8080")
            .cookie(SignIn.COOKIE, cookie)
            .post("/applications/hedge/removal")
            .then()
            .statusCode(303)
            .header("Location", "/applications?gone=1");

        assertFalse(consents.covers(pipit, "hedge", List.of("openid")));
        given().cookie(SignIn.COOKIE, cookie)
            .get("/applications?gone=1")
            .then()
            .body(
                    not(containsString("Hedge Reader")));
    }
}
