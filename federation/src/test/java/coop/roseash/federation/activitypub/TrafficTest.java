package coop.roseash.federation.activitypub;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import coop.roseash.contract.activity.Actors.FindOutcome;
import coop.roseash.contract.activity.Follows;
import coop.roseash.contract.activity.Note;
import coop.roseash.contract.activity.Notification;
import coop.roseash.contract.activity.Notifications;
import coop.roseash.contract.activity.Timelines;
import coop.roseash.contract.activity.Visibility;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.federation.activitypub.OtherServer.Answer;
import coop.roseash.federation.activitypub.OtherServer.Person;
import coop.roseash.federation.activitypub.OtherServer.Received;

import static coop.roseash.federation.activitypub.OtherServer.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class TrafficTest extends FediverseTest {
    private static final PageRequest FIRST = new PageRequest(1, 20);

    @Inject
    Timelines timelines;
    @Inject
    Follows follows;
    @Inject
    Notifications notifications;

    @Test
    void answersAFollowWithASignedAccept() throws Exception {
        Person wren = elsewhere.person(fresh("wren"));
        String follow = activity("Follow", wren, quoted(memberUri()));
        post(wren, follow).then().statusCode(202);
        Received accept = delivered(wren, "Accept");
        assertThat(JsonPath.from(accept.body()).getString("object.id"))
            .isEqualTo(JsonPath.from(follow).getString("id"));
        assertThat(isSignedByUs(accept)).isTrue();
        assertThat(notifications.of(member.id(), FIRST).items()).extracting(Notification::kind)
            .containsExactly(Notification.Kind.FOLLOW);
    }

    @Test
    void bringsANoteToAFollowerSigned() throws Exception {
        Person wren = elsewhere.person(fresh("wren"));
        follow(wren);
        long id = write("Bread is ready: https://example.org/bread", Visibility.PUBLIC);
        Received create = delivered(wren, "Create");
        assertThat(isSignedByUs(create)).isTrue();
        assertThat(JsonPath.from(create.body()).getString("object.id")).isEqualTo(ORIGIN + "/ap/objects/" + id);
        assertThat(JsonPath.from(create.body()).getString("object.content"))
            .contains("href=\"https://example.org/bread\"");
    }

    @Test
    void sendsToASharedInboxOnce() {
        Person wren = shared(fresh("wren"));
        Person crow = shared(fresh("crow"));
        follow(wren);
        follow(crow);
        long id = write("One for all", Visibility.PUBLIC);
        soon().until(() -> elsewhere.posted("/inbox").stream().anyMatch(got -> got.body().contains("/objects/" + id)));
        untilAllIsDone();
        assertThat(elsewhere.posted("/inbox").stream().filter(got -> got.body().contains("\"Create\""))).hasSize(1);
    }

    @Test
    void asksToFollowAndReadsOnOnceAccepted() {
        String name = fresh("wren");
        Person wren = elsewhere.person(name);
        elsewhere.serve("/.well-known/webfinger", new Answer(200, "application/jrd+json", """
                {"subject":"acct:%1$s@127.0.0.1:%2$d","links":[
                {"rel":"self","type":"application/activity+json","href":"%3$s"}]}""".formatted(name, port, wren.uri()),
                Map.of()));
        var found = (FindOutcome.Found) actors.find("@" + name + "@127.0.0.1:" + port);
        assertThat(follows.follow(member.id(), found.actor().id())).isInstanceOf(Follows.FollowOutcome.Requested.class);
        Received follow = delivered(wren, "Follow");
        post(wren, activity("Accept", wren, quoted(JsonPath.from(follow.body()).getString("id")))).then()
            .statusCode(202);
        soon().until(() -> follows.relation(member.id(), found.actor().id()) == Follows.Relation.FOLLOWING);
        String hello = "{\"id\":\"%s/1\",\"type\":\"Note\",\"attributedTo\":\"%s\",\"content\":\"Hello\",\"to\":[\"%s\"]}"
            .formatted(wren.uri(), wren.uri(), PUBLIC);
        post(wren, activity("Create", wren, hello)).then().statusCode(202);
        soon().until(() -> !timelines.home(member.id(), FIRST).isEmpty());
    }

    @Test
    void cleansScriptsFromContentAndNames() {
        Person wren = elsewhere.person(fresh("wren"));
        String content = "<p onclick='x()'>Hi<script>alert(1)</script><img src=x onerror=alert(1)>"
                + "<a href='javascript:alert(1)'>link</a> <a href='https://example.org/'>good</a></p>";
        post(wren, activity("Create", wren, note(wren, wren.uri() + "/1", content, ""))).then().statusCode(202);
        Note note = mentioned();
        assertThat(note.html()).contains("Hi", "href=\"https://example.org/\"", "nofollow")
            .doesNotContain("script", "onclick", "onerror", "<img");
    }

    @Test
    void changesAndDeletesOnlyForTheAuthor() {
        Person wren = elsewhere.person(fresh("wren"));
        Person crow = elsewhere.person(fresh("crow"));
        String id = wren.uri() + "/notes/1";
        post(wren, activity("Create", wren, note(wren, id, "First", ""))).then().statusCode(202);
        long number = mentioned().id();
        post(crow, activity("Update", crow, note(crow, id, "Stolen", ""))).then().statusCode(202);
        post(crow, activity("Update", crow, note(wren, id, "Stolen", ""))).then().statusCode(202);
        post(crow, activity("Delete", crow, quoted(id))).then().statusCode(202);
        untilAllIsDone();
        assertThat(notes.byId(number, member.id()).orElseThrow().html()).contains("First");
        post(wren, activity("Update", wren, note(wren, id, "Second", ""))).then().statusCode(202);
        soon().until(() -> notes.byId(number, member.id()).orElseThrow().html().contains("Second"));
        post(wren, activity("Delete", wren, quoted(id))).then().statusCode(202);
        soon().until(() -> notes.byId(number, member.id()).isEmpty());
    }

    @Test
    void keepsWhatWasDeletedBeforeItCameAway() {
        Person wren = elsewhere.person(fresh("wren"));
        String id = wren.uri() + "/notes/1";
        post(wren, activity("Delete", wren, quoted(id))).then().statusCode(202);
        untilAllIsDone();
        post(wren, activity("Create", wren, note(wren, id, "Too late", ""))).then().statusCode(202);
        untilAllIsDone();
        assertThat(count("SELECT count(*) FROM ap_object WHERE uri = '" + id + "'")).isZero();
    }

    @Test
    void ignoresANoteInAnothersName() {
        Person wren = elsewhere.person(fresh("wren"));
        Person crow = elsewhere.person(fresh("crow"));
        post(crow, activity("Create", crow, note(wren, crow.uri() + "/1", "Not mine", ""))).then().statusCode(202);
        post(crow, activity("Create", crow, note(crow, "https://example.org/1", "Not here", ""))).then()
            .statusCode(202);
        untilAllIsDone();
        assertThat(notifications.of(member.id(), FIRST).items()).isEmpty();
    }

    @Test
    void letsOnlyTheFollowerUndoAFollow() {
        Person wren = elsewhere.person(fresh("wren"));
        Person crow = elsewhere.person(fresh("crow"));
        String follow = activity("Follow", wren, quoted(memberUri()));
        post(wren, follow).then().statusCode(202);
        delivered(wren, "Accept");
        post(crow, activity("Undo", crow, follow)).then().statusCode(202);
        untilAllIsDone();
        long id = actors.ofMember(member.id()).id();
        assertThat(follows.counts(id).followers()).isEqualTo(1);
        post(wren, activity("Undo", wren, follow)).then().statusCode(202);
        soon().until(() -> follows.counts(id).followers() == 0);
    }

    @Test
    void countsLikesAndBoostsFromElsewhereAndTakesThemBack() {
        Person wren = elsewhere.person(fresh("wren"));
        long id = write("Like me", Visibility.PUBLIC);
        String object = quoted(ORIGIN + "/ap/objects/" + id);
        String like = activity("Like", wren, object);
        post(wren, like).then().statusCode(202);
        post(wren, activity("Announce", wren, object)).then().statusCode(202);
        soon().until(() -> counts(id).equals(new Note.Counts(0, 1, 1)));
        post(wren, activity("Undo", wren, quoted(JsonPath.from(like).getString("id")))).then().statusCode(202);
        soon().until(() -> counts(id).equals(new Note.Counts(0, 0, 1)));
    }

    @Test
    void keepsPrivateRepliesOutOfPublicCollections() {
        Person wren = elsewhere.person(fresh("wren"));
        long id = write("Ask me anything", Visibility.PUBLIC);
        String uri = ORIGIN + "/ap/objects/" + id;
        String reply = note(wren, wren.uri() + "/1", "Psst", ",\"inReplyTo\":\"" + uri + "\"")
            .replace(quoted(PUBLIC), "");
        post(wren, activity("Create", wren, reply)).then().statusCode(202);
        Note note = mentioned();
        assertThat(note.visibility()).isEqualTo(Visibility.DIRECT);
        assertThat(notes.byId(note.id(), null)).isEmpty();
        assertThat(counts(id).replies()).isZero();
        given().get("/ap/objects/" + id + "/replies?page=1").then().statusCode(200);
        assertThat(given().get("/ap/objects/" + id + "/replies?page=1").jsonPath().getList("orderedItems")).isEmpty();
    }

    @Test
    void hidesPrivateNotesFromEveryoneElse() {
        long id = write("For followers", Visibility.FOLLOWERS);
        given().accept(OtherServer.ACTIVITY_JSON).get("/ap/objects/" + id).then().statusCode(404);
        long other = write("For all", Visibility.PUBLIC);
        given().accept(OtherServer.ACTIVITY_JSON).get("/ap/objects/" + other).then().statusCode(200);
        notes.remove(member.id(), other);
        given().accept(OtherServer.ACTIVITY_JSON).get("/ap/objects/" + other).then().statusCode(410);
    }

    private Note.Counts counts(long id) {
        return notes.byId(id, null).orElseThrow().counts();
    }

    private Note mentioned() {
        soon().until(() -> !notifications.of(member.id(), FIRST).isEmpty());
        return notifications.of(member.id(), FIRST).items().getFirst().note();
    }

    private Received delivered(Person to, String type) {
        String inbox = to.inbox().substring(elsewhere.origin.length());
        soon().until(() -> ofType(inbox, type).size() == 1);
        return ofType(inbox, type).getFirst();
    }

    private List<Received> ofType(String inbox, String type) {
        return elsewhere.posted(inbox)
            .stream()
            .filter(got -> JsonPath.from(got.body()).getString("type").equals(type))
            .toList();
    }

    private Person shared(String name) {
        Person person = elsewhere.person(name);
        elsewhere.route("/inbox", got -> Answer.status(202));
        elsewhere.serve("/users/" + name, Answer.json(elsewhere.document(person, name)
            .replace("\"followers\"",
                    "\"endpoints\":{\"sharedInbox\":\"" + elsewhere.origin + "/inbox\"},\"followers\"")));
        return person;
    }

    /// Checks with the key in our actor's document, by code of the test's own.
    private static boolean isSignedByUs(Received got) throws Exception {
        String header = got.headers().get("signature");
        String keyId = header.replaceAll(".*keyId=\"([^\"]+)\".*", "$1");
        String path = keyId.substring(ORIGIN.length(), keyId.indexOf('#'));
        String pem = given().accept(OtherServer.ACTIVITY_JSON).get(path).jsonPath().getString("publicKey.publicKeyPem");
        PublicKey key = KeyFactory.getInstance("RSA")
            .generatePublic(new X509EncodedKeySpec(
                    Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""))));
        StringBuilder base = new StringBuilder();
        for (String name : header.replaceAll(".*headers=\"([^\"]+)\".*", "$1").split(" ")) {
            base.append(base.isEmpty() ? "" : "\n")
                .append(name)
                .append(": ")
                .append(name.equals("(request-target)") ? "post " + got.target() : got.headers().get(name));
        }
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key);
        verifier.update(base.toString().getBytes(StandardCharsets.UTF_8));
        return got.headers().get("digest").equals("SHA-256=" + OtherServer.sha256(got.body())) && verifier
            .verify(Base64.getDecoder().decode(header.replaceAll(".*signature=\"([^\"]+)\".*", "$1")));
    }
}
