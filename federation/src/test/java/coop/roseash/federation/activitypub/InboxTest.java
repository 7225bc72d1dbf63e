package coop.roseash.federation.activitypub;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.federation.activitypub.OtherServer.Answer;
import coop.roseash.federation.activitypub.OtherServer.Person;

import static coop.roseash.federation.activitypub.OtherServer.post;
import static coop.roseash.federation.activitypub.OtherServer.signed;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class InboxTest extends FediverseTest {
    @Test
    void refusesWhatIsNotSigned() {
        Person wren = elsewhere.person(fresh("wren"));
        Map<String, String> headers = signed(wren, body(wren));
        headers.remove("signature");
        post(headers, body(wren)).then().statusCode(401);
    }

    @Test
    void refusesOtherMediaTypes() {
        Person wren = elsewhere.person(fresh("wren"));
        Map<String, String> headers = signed(wren, body(wren));
        headers.put("content-type", "application/json");
        post(headers, body(wren)).then().statusCode(415);
    }

    @Test
    void refusesMoreThanAMebibyte() {
        Person wren = elsewhere.person(fresh("wren"));
        String body = "{\"padding\":\"" + "x".repeat(1024 * 1024) + "\"}";
        post(wren, body).then().statusCode(413);
    }

    @Test
    void refusesDeepWideAndRestructuredDocuments() {
        Person wren = elsewhere.person(fresh("wren"));
        post(wren, activity("Like", wren, "[".repeat(60) + "]".repeat(60))).then().statusCode(400);
        String mentions = "{\"type\":\"Mention\",\"href\":\"" + memberUri() + "\"},";
        post(wren, activity("Create", wren, "{\"tag\":[" + mentions.repeat(5_000) + "{}]}")).then().statusCode(400);
        post(wren, activity("Create", wren, "{\"@graph\":[]}")).then().statusCode(400);
        post(wren, activity("Create", wren, "{\"a\":{\"@reverse\":{}}}")).then().statusCode(400);
        post(wren, "{\"type\":\"Like\"").then().statusCode(400);
        post(wren, activity("Like", wren, "1").replace("\"type\"", "\"type\":\"Like\",\"type\"")).then()
            .statusCode(400);
    }

    @Test
    void refusesAnUnsignedHostTargetOrDigest() {
        Person wren = elsewhere.person(fresh("wren"));
        for (String missing : List.of("host", "(request-target)", "digest", "date")) {
            List<String> covered = List.of("(request-target)", "host", "date", "digest")
                .stream()
                .filter(name -> !name.equals(missing))
                .toList();
            post(signed(wren, body(wren), covered, Instant.now()), body(wren)).then().statusCode(401);
        }
    }

    @Test
    void refusesAnotherBodyAnotherHostAndAnOldDate() {
        Person wren = elsewhere.person(fresh("wren"));
        post(signed(wren, body(wren)), body(wren) + " ").then().statusCode(401);
        Map<String, String> headers = signed(wren, body(wren));
        headers.put("host", "blog.rose-ash.localhost:8080");
        post(headers, body(wren)).then().statusCode(401);
        Instant old = Instant.now().minus(Duration.ofHours(2));
        post(signed(wren, body(wren), List.of("(request-target)", "host", "date", "digest"), old), body(wren)).then()
            .statusCode(401);
    }

    @Test
    void refusesAnActorWhoIsNotTheSigner() {
        Person wren = elsewhere.person(fresh("wren"));
        Person crow = elsewhere.person(fresh("crow"));
        post(crow, body(wren)).then().statusCode(401);
    }

    @Test
    void refusesAKeyThatItsOwnerDoesNotName() {
        Person wren = elsewhere.person(fresh("wren"));
        Person crow = elsewhere.person(fresh("crow"));
        // The document at the key's address says it is Wren's; Wren's own document knows nothing of it.
        Person forged = new Person(crow.uri(), crow.keys());
        elsewhere.serve("/users/" + crow.uri().substring(crow.uri().lastIndexOf('/') + 1),
                Answer.json("""
                        {"id":"%1$s","type":"Key","owner":"%2$s","publicKeyPem":"%3$s"}""".formatted(crow.uri(),
                        wren.uri(),
                        OtherServer.pem(crow.keys()))));
        post(forged, activity("Follow", wren, quoted(memberUri()))).then().statusCode(401);
    }

    @Test
    void refusesAKeyDocumentThatClaimsAnotherIdOrHasAnotherMediaType() {
        Person wren = elsewhere.person(fresh("wren"));
        String name = fresh("crow");
        Person crow = elsewhere.person(name);
        elsewhere.serve("/users/" + name, Answer.json(elsewhere.document(crow, name)
            .replace(
                    "\"id\":\"" + crow.uri() + "\"", "\"id\":\"" + wren.uri() + "\"")));
        post(crow, body(crow)).then().statusCode(401);
        String owl = fresh("owl");
        Person plain = elsewhere.person(owl);
        elsewhere.serve("/users/" + owl, new Answer(200, "application/json", elsewhere.document(plain, owl), Map.of()));
        post(plain, body(plain)).then().statusCode(401);
    }

    @Test
    void doesNotFollowAKeyToPrivateAddresses() {
        String name = fresh("wren");
        Person wren = elsewhere.person(name);
        elsewhere.serve("/users/" + name,
                new Answer(302, "text/plain", "", Map.of("Location", "http://127.0.0.1:1/users/" + name)));
        post(wren, body(wren)).then().statusCode(401);
    }

    @Test
    void aBadSignatureNeverLocksOutTheTrueOwner() {
        String name = fresh("wren");
        Person wren = elsewhere.person(name);
        Person forger = new Person(wren.uri(), OtherServer.keys());
        for (int i = 0; i < 6; i++) {
            post(forger, body(wren)).then().statusCode(401);
        }
        assertThat(elsewhere.hits.get("/users/" + name).get()).isLessThanOrEqualTo(2);
        post(wren, body(wren)).then().statusCode(202);
        post(forger, body(wren)).then().statusCode(401);
        post(wren, body(wren)).then().statusCode(202);
    }

    @Test
    void takesWhatIsPostedToAnActorsOwnInbox() {
        Person wren = elsewhere.person(fresh("wren"));
        String path = "/ap/actors/" + member.handle() + "/inbox";
        String body = body(wren);
        OtherServer.postTo(path, OtherServer.signed(wren, body, path), body).then().statusCode(202);
        OtherServer.postTo(path, signed(wren, body), body).then().statusCode(401);
    }

    @Test
    void takesTheSameActivityOnce() {
        Person wren = elsewhere.person(fresh("wren"));
        String follow = activity("Follow", wren, quoted(memberUri()));
        post(wren, follow).then().statusCode(202);
        post(wren, follow).then().statusCode(202);
        assertThat(
                count("SELECT count(*) FROM ap_activities WHERE direction = 'IN' AND actor_uri = '" + wren.uri() + "'"))
            .isEqualTo(1);
    }

    @Test
    void believesThatAnActorWithoutAKeyIsGone() {
        String name = fresh("wren");
        Person wren = elsewhere.person(name);
        elsewhere.serve("/users/" + name, Answer.status(410));
        post(wren, activity("Delete", wren, quoted(wren.uri()))).then().statusCode(202);
        Person crow = elsewhere.person(fresh("crow"));
        elsewhere.serve(crow.uri().substring(elsewhere.origin.length()), Answer.status(410));
        post(crow, activity("Delete", crow, quoted(wren.uri()))).then().statusCode(401);
    }

    @Test
    void asksTheSenderToComeBackWhenItsKeyCannotBeReached() {
        String name = fresh("wren");
        Person wren = elsewhere.person(name);
        elsewhere.serve("/users/" + name, Answer.status(503));
        post(wren, body(wren)).then().statusCode(503).header("Retry-After", "60");
    }

    private String body(Person by) {
        return activity("Follow", by, quoted(memberUri()));
    }
}
