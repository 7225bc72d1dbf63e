package coop.roseash.account.newsletter;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

import coop.roseash.contract.member.Role;
import coop.roseash.contract.newsletter.Newsletters;
import coop.roseash.contract.newsletter.Newsletters.Issue;
import coop.roseash.contract.newsletter.Subscriptions;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class NewslettersPageTest {
    @Inject
    Newsletters newsletters;
    @Inject
    Subscriptions subscriptions;
    @Inject
    MockMailbox mailbox;

    private final String slug = "letter-" + UUID.randomUUID().toString().substring(0, 8);
    private final String reader = UUID.randomUUID() + "@example.org";

    @BeforeEach
    void open() {
        newsletters.open(slug, "Friday letter", "Bread & news");
    }

    @Test
    void subscribesAGuestWhoConfirmsByMail() {
        form().formParam("newsletter", slug)
            .formParam("email", reader)
            .post("/newsletters/subscribe")
            .then()
            .statusCode(200)
            .body(containsString("look at your mail"));
        String link = path(mailTo(reader).getText(), "/newsletters/confirm/");
        given().get(link).then().statusCode(200).body(containsString("Yes, subscribe me"));
        assertThat(send("before").recipients()).isZero();
        given().post(link).then().statusCode(200).body(containsString("Welcome"));
        assertThat(send("after").recipients()).isEqualTo(1);
    }

    @Test
    void keepsWhatAGuestTypedWhenItIsNoAddress() {
        form().formParam("newsletter", slug)
            .formParam("email", "rosa@")
            .post("/newsletters/subscribe")
            .then()
            .statusCode(400)
            .body(containsString("value=\"rosa@\""))
            .body(containsString("href=\"#email\""));
        form().formParam("email", reader).post("/newsletters/subscribe").then().statusCode(404);
    }

    @Test
    void letsAMailProgramUnsubscribeWithOneClick() {
        subscriptions.enrol(slug, List.of(reader));
        send("first");
        var mail = mailTo(reader);
        String header = mail.getHeaders().get("List-Unsubscribe").getFirst();
        String link = URI.create(header.substring(1, header.length() - 1)).getPath();
        given().get(link).then().statusCode(200).body(containsString("Leave this newsletter?"));
        given().header("Sec-Fetch-Site", "cross-site")
            .formParam("List-Unsubscribe", "One-Click")
            .post(link)
            .then()
            .statusCode(200)
            .body(containsString("off the list"));
        assertThat(send("second").recipients()).isZero();
        String preferences = link.replace("unsubscribe", "preferences");
        long id = newsletters.bySlug(slug).orElseThrow().id();
        form().formParam("newsletter", id).post(preferences).then().statusCode(303);
        given().get(preferences).then().body(containsString("value=\"" + id + "\" checked"));
        given().get("/newsletters/unsubscribe/nonsense").then().statusCode(404);
    }

    @Test
    void letsAMemberTickWhatTheyWant() {
        String session = SignIn.as("mila");
        long id = newsletters.bySlug(slug).orElseThrow().id();
        form().cookie(SignIn.COOKIE, session)
            .formParam("newsletter", id)
            .post("/newsletters/mine")
            .then()
            .statusCode(303);
        given().cookie(SignIn.COOKIE, session)
            .get("/newsletters")
            .then()
            .body(containsString("value=\"" + id + "\" checked"))
            .body(not(containsString("Write an issue")));
        form().post("/newsletters/mine").then().statusCode(401);
    }

    @Test
    void letsAnEditorWriteAndSendAnIssueOnce() {
        subscriptions.enrol(slug, List.of(reader));
        String session = SignIn.as("edda", Role.EDITOR);
        given().cookie(SignIn.COOKIE, session)
            .get("/newsletters/write")
            .then()
            .statusCode(200)
            .body(containsString("Friday letter"));
        for (int i = 0; i < 2; i++) {
            form().cookie(SignIn.COOKIE, session)
                .formParam("key", reader)
                .formParam("newsletter", slug)
                .formParam("subject", "Loaves")
                .formParam("text", "## Today\n\n[the oven](https://example.org) <script>alert(1)</script>")
                .post("/newsletters/write")
                .then()
                .statusCode(303)
                .header("Location", containsString("/newsletters/write/"));
        }
        assertThat(mailTo(reader).getHtml()).contains("<h2>Today</h2>").doesNotContain("<script>");
        assertThat(mailbox.getMailsSentTo(reader)).hasSize(1);
        given().get("/newsletters/" + slug).then().body(containsString("Loaves"));
    }

    @Test
    void showsTheArchiveToEverybody() {
        subscriptions.enrol(slug, List.of(reader));
        send("first");
        String list = given().get("/newsletters/" + slug).then().statusCode(200).extract().asString();
        given().get(path(list, "/newsletters/" + slug + "/"))
            .then()
            .statusCode(200)
            .body(containsString("<p>Hello</p>"));
        given().get("/newsletters/no-such-letter").then().statusCode(404);
        given().get("/newsletters/" + slug + "/999999").then().statusCode(404);
        given().get("/newsletters/" + slug + "/abc").then().statusCode(404);
    }

    @Test
    void keepsTheWritingDeskForEditors() {
        given().redirects().follow(false).get("/newsletters/write").then().statusCode(303);
        given().cookie(SignIn.COOKIE, SignIn.as("norbert")).get("/newsletters/write").then().statusCode(403);
    }

    private Newsletters.IssueOutcome.Queued send(String key) {
        return (Newsletters.IssueOutcome.Queued) newsletters.send(
                new Issue(slug + key, slug, "Hello", "<p>Hello</p>",
                        URI.create("http://blog.rose-ash.localhost:8080/a")));
    }

    private io.quarkus.mailer.Mail mailTo(String address) {
        await().until(() -> !mailbox.getMailsSentTo(address).isEmpty());
        return mailbox.getMailsSentTo(address).getLast();
    }

    private static String path(String text, String prefix) {
        var matcher = java.util.regex.Pattern.compile(java.util.regex.Pattern.quote(prefix) + "[A-Za-z0-9_-]+")
            .matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static RequestSpecification form() {
        return given().redirects().follow(false);
    }
}
