package coop.roseash.blog.writing;

import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import coop.roseash.blog.Export;
import coop.roseash.contract.member.Role;
import coop.roseash.contract.newsletter.Newsletters;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class EditorTest {
    @Inject
    Newsletters newsletters;
    @Inject
    EntityManager entities;
    private String editor = "";

    @BeforeEach
    void signIn() {
        Export.load();
        editor = SignIn.as("edwin", Role.EDITOR);
    }

    @Test
    void writesPublishesUpdatesAndTakesBack() {
        String path = create("Plum jam", "Two kilos of **plums**.\n\n[[events workshops]]");
        given().get("/plum-jam").then().statusCode(404);
        as().get(path + "/preview").then().statusCode(200).body(containsString("<strong>plums</strong>"));

        as().formParam("version", 1).formParam("when", "now").post(path + "/publish").then().statusCode(303);
        given().get("/plum-jam").then().statusCode(200).body(containsString("<strong>plums</strong>"));

        save(path, 2, form("Plum jam", "Three kilos of plums.", "plum-jam-again"), 303);
        given().redirects()
            .follow(false)
            .get("/plum-jam")
            .then()
            .statusCode(301)
            .header("Location",
                    containsString("/plum-jam-again"));
        given().get("/plum-jam-again").then().statusCode(200).body(containsString("Three kilos"));

        as().formParam("version", 3).post(path + "/unpublish").then().statusCode(303);
        given().get("/plum-jam-again").then().statusCode(404);
    }

    @Test
    void tellsTwoEditorsOfOnePost() {
        String path = create("Quince cheese", "First.");
        save(path, 1, form("Quince cheese", "Second, by one.", ""), 303);
        Response late = save(path, 1, form("Quince cheese", "Second, by the other.", ""), 409);
        assertTrue(late.asString().contains("Second, by the other."), "what was typed is still there");
        assertTrue(late.asString().contains("Someone else saved"));
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrong() {
        Response answer = as().multiPart("title", " ")
            .multiPart("body", "A text to keep")
            .multiPart("slug", "Not OK!")
            .post("/edit/new");
        assertEquals(422, answer.statusCode());
        assertTrue(answer.asString().contains("A text to keep"));
        assertTrue(answer.asString().contains("Give it a title."));
        assertTrue(answer.asString().contains("href=\"#slug\""));
    }

    @Test
    void keepsBlocksTheFormCannotShow() {
        String path = as().get("/first-loaf").asString().replaceAll("(?s).*href=\"(/edit/\\d+)\">Edit</a>.*", "$1");
        String page = as().get(path).asString();
        String body = field(page, "body");
        assertTrue(body.contains("[[kept image "), body);
        assertTrue(body.contains("[[product BREAD-001]]"), body);
        int version = Integer.parseInt(page.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1"));
        save(path, version, form("The first loaf", body + "\n\nAnd one line more.", "first-loaf"), 303);
        given().get("/first-loaf")
            .then()
            .statusCode(200)
            .body(containsString("On the rack"))
            .body(containsString("rel=\"noopener\""))
            .body(containsString("And one line more."));
        save(path, version + 1, form("The first loaf", "[[kept image 000000000000: gone]]", "first-loaf"), 422);
    }

    @Test
    void restoresAnEarlierVersion() {
        String path = create("Hot cross buns", "The first recipe.");
        save(path, 1, form("Hot cross buns", "The second recipe.", ""), 303);
        String page = as().get(path + "/revisions").then().statusCode(200).extract().asString();
        String restore = page.replaceAll("(?s).*action=\"([^\"]+/restore)\".*", "$1");
        as().formParam("version", 2).post(restore).then().statusCode(303);
        as().get(path).then().body(containsString("The first recipe."));
    }

    @Test
    void schedulesForLater() {
        String path = create("Wassail", "In January.");
        as().formParam("version", 1)
            .formParam("when", "later")
            .formParam("at", "2099-01-05T18:00")
            .post(
                    path + "/publish")
            .then()
            .statusCode(303);
        as().get(path).then().body(containsString("scheduled"));
        given().get("/wassail").then().statusCode(404);
        as().formParam("version", 2)
            .formParam("when", "later")
            .formParam("at", "soon")
            .post(path + "/publish")
            .then()
            .statusCode(422)
            .body(containsString("Write a day and a time."));
    }

    @Test
    void tellsFollowersAndSendsANewsletterOnce() {
        newsletters.open("friday", "The Friday letter", "What is baked and what is on.");
        String path = create("Medlars", "Bletted, then eaten.");
        as().get(path).then().body(containsString("The Friday letter"));
        as().formParam("version", 1)
            .formParam("newsletter", "none-such")
            .post(path + "/publish")
            .then()
            .statusCode(422)
            .body(containsString("There is no such newsletter."));
        as().formParam("version", 1).formParam("newsletter", "friday").post(path + "/publish").then().statusCode(303);
        String entity = "post/" + path.replaceAll("\\D", "");
        assertEquals(1L,
                entities.createNativeQuery("select count(*) from ap_object where entity = :entity", Long.class)
                    .setParameter("entity", entity)
                    .getSingleResult());
        var again = new Newsletters.Issue(entity, "friday", "Medlars", "", java.net.URI.create("http://x.example/"));
        assertEquals(new Newsletters.IssueOutcome.AlreadySent(), newsletters.send(again));
    }

    @Test
    void letsAuthorsWriteTheirOwnAndEditorsPublish() {
        String path = create("The editor's own", "Text.");
        String author = SignIn.as("tariq", Role.AUTHOR);
        given().cookie(SignIn.COOKIE, author).get(path).then().statusCode(403);
        String own = given().cookie(SignIn.COOKIE, author)
            .redirects()
            .follow(false)
            .multiPart("title", "Tariq's bike")
            .multiPart("body", "Mended.")
            .post("/edit/new")
            .getHeader("Location")
            .replaceAll(".*(/edit/\\d+).*", "$1");
        given().cookie(SignIn.COOKIE, author).get(own).then().statusCode(200);
        given().cookie(SignIn.COOKIE, author).formParam("version", 1).post(own + "/publish").then().statusCode(403);
        given().redirects().follow(false).get("/edit").then().statusCode(303);
        given().cookie(SignIn.COOKIE, SignIn.as("sam")).get("/edit").then().statusCode(403);
    }

    @Test
    void refusesAPictureThatIsNone() {
        as().multiPart("title", "With a file")
            .multiPart("body", "Text.")
            .multiPart("upload", "notes.png", "just words".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .post("/edit/new")
            .then()
            .statusCode(422)
            .body(containsString("Only JPEG, PNG"))
            .body(
                    not(containsString("Internal")));
    }

    private RequestSpecification as() {
        return given().cookie(SignIn.COOKIE, editor).redirects().follow(false);
    }

    private String create(String title, String body) {
        Response created = as().multiPart("title", title)
            .multiPart("body", body)
            .multiPart("tags", "Kitchen, Fruit")
            .post("/edit/new");
        assertEquals(303, created.statusCode(), created::asString);
        return created.getHeader("Location").replaceAll(".*(/edit/\\d+).*", "$1");
    }

    private static Map<String, String> form(String title, String body, String slug) {
        Map<String, String> form = new HashMap<>();
        form.put("title", title);
        form.put("body", body);
        form.put("slug", slug);
        return form;
    }

    private Response save(String path, int version, Map<String, String> form, int status) {
        RequestSpecification request = as().multiPart("version", version);
        form.forEach((name, value) -> request.multiPart(name, value));
        Response answer = request.post(path);
        assertEquals(status, answer.statusCode(), answer::asString);
        return answer;
    }

    private static String field(String page, String name) {
        String raw = page.replaceAll("(?s).*<textarea id=\"" + name + "\"[^>]*>(.*?)</textarea>.*", "$1");
        return org.jsoup.parser.Parser.unescapeEntities(raw, false);
    }
}
