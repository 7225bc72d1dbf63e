package coop.roseash.federation.activitypub;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(OtherServerPort.class)
class DocumentsTest {
    private static final String HERE = "http://federation.rose-ash.localhost:8080";

    @BeforeEach
    void registerMaud() {
        SignIn.member("maud");
    }

    @Test
    void findsTheAppsActorByWebFinger() {
        given().get("/.well-known/webfinger?resource=acct:federation@federation.rose-ash.localhost:8080")
            .then()
            .statusCode(200)
            .contentType("application/jrd+json")
            .header("Access-Control-Allow-Origin", "*")
            .body("links.href", hasItem(HERE + "/ap/actors/federation"));
    }

    @Test
    void findsAMemberByTheirProfileAddress() {
        given().get("/.well-known/webfinger?resource=" + HERE + "/@maud")
            .then()
            .statusCode(200)
            .body("subject", equalTo("acct:maud@federation.rose-ash.localhost:8080"));
    }

    @Test
    void answersAnUnknownOrForeignResourceWith404AndNoneWith400() {
        given().get("/.well-known/webfinger?resource=acct:nobody@federation.rose-ash.localhost:8080")
            .then()
            .statusCode(404);
        given().get("/.well-known/webfinger?resource=acct:blog@blog.rose-ash.localhost:8080").then().statusCode(404);
        given().get("/.well-known/webfinger").then().statusCode(400);
    }

    @Test
    void servesAMembersActorWithBothKeys() {
        given().accept("application/activity+json")
            .get("/ap/actors/maud")
            .then()
            .statusCode(200)
            .contentType(startsWith("application/activity+json"))
            .header("Vary", containsString("Accept"))
            .body("type", equalTo("Person"))
            .body("inbox", equalTo(HERE + "/ap/actors/maud/inbox"))
            .body("endpoints.sharedInbox", equalTo(HERE + "/ap/inbox"))
            .body("publicKey.id", equalTo(HERE + "/ap/actors/maud#main-key"))
            .body("publicKey.publicKeyPem", startsWith("-----BEGIN PUBLIC KEY-----\n"))
            .body("assertionMethod[0].publicKeyMultibase", startsWith("z6Mk"));
    }

    @Test
    void speaksAsAServiceForTheAppAndAsAnApplicationForTheInstance() {
        given().get("/ap/actors/federation").then().statusCode(200).body("type", equalTo("Service"));
        given().get("/ap/actors/rose-ash").then().statusCode(200).body("type", equalTo("Application"));
    }

    @Test
    void sendsBrowsersToTheProfilePage() {
        given().redirects()
            .follow(false)
            .accept("text/html,application/xhtml+xml")
            .get("/ap/actors/maud")
            .then()
            .statusCode(303)
            .header("Vary", containsString("Accept"))
            .header("Location", HERE + "/@maud");
    }

    @Test
    void givesTheDocumentAtTheProfilePageToWhoAsksForIt() {
        given().accept("application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"")
            .get("/@maud")
            .then()
            .statusCode(200)
            .contentType(startsWith("application/activity+json"))
            .body("id", equalTo(HERE + "/ap/actors/maud"));
    }

    @Test
    void pagesTheCollections() {
        given().get("/ap/actors/maud/followers")
            .then()
            .statusCode(200)
            .body("type", equalTo("OrderedCollection"))
            .body("totalItems", equalTo(0))
            .body("first", equalTo(HERE + "/ap/actors/maud/followers?page=1"));
        given().get("/ap/actors/maud/outbox?page=1")
            .then()
            .statusCode(200)
            .body("type", equalTo("OrderedCollectionPage"));
        given().get("/ap/actors/maud/secrets").then().statusCode(404);
    }

    @Test
    void tellsOfItselfByNodeInfoAndHostMeta() {
        given().get("/.well-known/nodeinfo")
            .then()
            .statusCode(200)
            .body("links[0].href", equalTo(HERE + "/nodeinfo/2.1"));
        given().get("/nodeinfo/2.1").then().statusCode(200).body("protocols", hasItem("activitypub"));
        given().get("/.well-known/host-meta").then().statusCode(200).body(containsString("webfinger?resource={uri}"));
    }

    @Test
    void knowsNoActorWithAnotherAppsName() {
        given().get("/ap/actors/blog").then().statusCode(404);
        given().get("/ap/actors/nobody").then().statusCode(404).body(not(containsString("Exception")));
    }
}
