package coop.roseash.federation.timeline;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import coop.roseash.contract.member.Role;
import coop.roseash.federation.activitypub.OtherServerPort;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(OtherServerPort.class)
class SocialPagesTest {
    private String name;
    private String cookie;

    @BeforeEach
    void signIn() {
        name = "p" + UUID.randomUUID().toString().substring(0, 8);
        cookie = SignIn.as(name);
    }

    @Test
    void showsAPostedNoteAtOnceInBothTimelinesAndOnItsOwnPage() {
        String text = "Fresh loaves at four, " + UUID.randomUUID();
        String page = post(text, "PUBLIC");
        member().get("/").then().statusCode(200).body(containsString(text));
        given().get("/timeline/local").then().statusCode(200).body(containsString(text));
        given().get(page).then().statusCode(200).body(containsString(text));
        given().get("/").then().statusCode(200).body(containsString(text));
    }

    @Test
    void keepsWhatWasTypedWhenItCannotBePosted() {
        String text = "x".repeat(5_001);
        member().formParam("text", text)
            .formParam("visibility", "FOLLOWERS")
            .formParam("warning", "Long")
            .post("/compose")
            .then()
            .statusCode(400)
            .body(allOf(containsString("5,001 characters"), containsString(text), containsString("value=\"Long\""),
                    containsString("value=\"FOLLOWERS\" selected")));
        member().formParam("text", "  ")
            .post("/compose")
            .then()
            .statusCode(400)
            .body(containsString("Write something"));
    }

    @Test
    void escapesWhatMembersWrite() {
        String page = post("<script>alert(1)</script> & <b>", "PUBLIC");
        given().get(page)
            .then()
            .body(allOf(not(containsString("<script>alert")), containsString("&lt;script&gt;")));
    }

    @Test
    void hidesAPrivateNoteFromOthers() {
        String page = post("Only for my followers", "FOLLOWERS");
        member().get(page).then().statusCode(200);
        given().get(page).then().statusCode(404);
        given().cookie(SignIn.COOKIE, SignIn.as("other" + name)).get(page).then().statusCode(404);
    }

    @Test
    void likesAndTakesItBackWithAndWithoutScript() {
        String page = post("Like me", "PUBLIC");
        String other = SignIn.as("other" + name);
        given().cookie(SignIn.COOKIE, other)
            .redirects()
            .follow(false)
            .formParam("to", "/timeline/local")
            .post(page + "/like")
            .then()
            .statusCode(303)
            .header("Location", containsString("/timeline/local#note-"));
        given().cookie(SignIn.COOKIE, other)
            .header("HX-Request", "true")
            .formParam("to", page)
            .post(page + "/unlike")
            .then()
            .statusCode(200)
            .body(allOf(containsString("<article"), not(containsString("<html")), containsString("/like\"")));
        member().get("/notifications").then().statusCode(200);
    }

    @Test
    void tellsTheAuthorOfAnAnswer() {
        String page = post("Who has a ladder?", "PUBLIC");
        String number = page.substring(page.lastIndexOf('/') + 1);
        String answer = "I have one, " + UUID.randomUUID();
        given().cookie(SignIn.COOKIE, SignIn.as("other" + name))
            .redirects()
            .follow(false)
            .formParam("text", answer)
            .formParam("reply", number)
            .post("/compose")
            .then()
            .statusCode(303);
        given().get(page).then().body(containsString(answer));
        await()
            .untilAsserted(() -> member().get("/notifications").then().body(containsString("answered you")));
        member().redirects().follow(false).post("/notifications/read").then().statusCode(303);
        member().get("/notifications").then().body(not(containsString("Mark all")));
    }

    @Test
    void followsFromAProfilePage() {
        String other = "other" + name;
        SignIn.member(other);
        String page = member().get("/@" + other)
            .then()
            .statusCode(200)
            .body(containsString("Follow"))
            .extract()
            .asString();
        String id = page.replaceAll("(?s).*name=\"actor\" value=\"(\\d+)\".*", "$1");
        member().redirects()
            .follow(false)
            .formParam("actor", id)
            .formParam("to", "/@" + other)
            .post("/follow")
            .then()
            .statusCode(303);
        member().get("/@" + other).then().body(containsString("/unfollow"));
        given().urlEncodingEnabled(false)
            .get("/@" + other + "/followers")
            .then()
            .statusCode(200)
            .body(containsString(name));
    }

    @Test
    void findsPeopleByName() {
        member().get("/@" + name).then().statusCode(200).body(containsString("Write a note"));
        given().queryParam("q", name).get("/follow").then().statusCode(200).body(containsString("@" + name));
        member().queryParam("q", "@nobody@federation.rose-ash.localhost:8080")
            .get("/follow")
            .then()
            .statusCode(200)
            .body(containsString("Nobody here has this address"));
    }

    @Test
    void answersAnUnknownProfileOrNoteWith404() {
        given().get("/@nobody-at-all").then().statusCode(404);
        given().get("/notes/999999999").then().statusCode(404);
    }

    @Test
    void letsOnlyTheAuthorDelete() {
        String page = post("Away with me", "PUBLIC");
        given().cookie(SignIn.COOKIE, SignIn.as("other" + name)).post(page + "/remove").then().statusCode(404);
        member().redirects().follow(false).post(page + "/remove").then().statusCode(303);
        member().get(page).then().statusCode(404);
    }

    @Test
    void showsDeliveriesAndServersToAdminsOnly() {
        String admin = SignIn.as("admin" + name, Role.ADMIN);
        given().cookie(SignIn.COOKIE, admin).get("/admin/deliveries").then().statusCode(200);
        given().cookie(SignIn.COOKIE, admin)
            .formParam("host", "not a host")
            .post("/admin/hosts/block")
            .then()
            .statusCode(400)
            .body(containsString("Give a host"));
        given().cookie(SignIn.COOKIE, admin)
            .redirects()
            .follow(false)
            .formParam("host", "spam.example")
            .post("/admin/hosts/block")
            .then()
            .statusCode(303);
        given().cookie(SignIn.COOKIE, admin)
            .get("/admin/hosts")
            .then()
            .statusCode(200)
            .body(containsString("spam.example"));
        member().get("/admin/deliveries").then().statusCode(403);
    }

    private RequestSpecification member() {
        return given().cookie(SignIn.COOKIE, cookie).urlEncodingEnabled(false);
    }

    /// @return the path of the note's page
    private String post(String text, String visibility) {
        ValidatableResponse posted = given().cookie(SignIn.COOKIE, cookie)
            .redirects()
            .follow(false)
            .formParam("text", text)
            .formParam("visibility", visibility)
            .post("/compose")
            .then()
            .statusCode(303);
        return posted.extract().header("Location").replaceAll(".*(/notes/\\d+)$", "$1");
    }
}
