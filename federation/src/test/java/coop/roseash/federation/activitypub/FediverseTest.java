package coop.roseash.federation.activitypub;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;

import coop.roseash.contract.activity.Actors;
import coop.roseash.contract.activity.Notes;
import coop.roseash.contract.activity.Visibility;
import coop.roseash.contract.member.Member;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

/// What the tests of the traffic with other servers share: a member here, a server elsewhere.
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(OtherServerPort.class)
abstract class FediverseTest {
    static final String ORIGIN = "http://federation.rose-ash.localhost:8080";
    static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

    @ConfigProperty(name = "test.other-port")
    int port;
    @Inject
    Notes notes;
    @Inject
    Actors actors;
    @Inject
    EntityManager entities;
    OtherServer elsewhere;
    Member member;

    @BeforeEach
    void startTheOtherServer() throws IOException {
        elsewhere = new OtherServer("127.0.0.1", port);
        member = SignIn.member("m" + UUID.randomUUID().toString().substring(0, 8));
        actors.ofMember(member.id());
    }

    @AfterEach
    void stopTheOtherServer() {
        elsewhere.close();
    }

    static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(12)).pollInterval(Duration.ofMillis(50));
    }

    /// A name no other test uses.
    static String fresh(String name) {
        return name + UUID.randomUUID().toString().substring(0, 6);
    }

    String memberUri() {
        return ORIGIN + "/ap/actors/" + member.handle();
    }

    static String activity(String type, OtherServer.Person by, String object) {
        return """
                {"@context":"https://www.w3.org/ns/activitystreams","id":"%s/activities/%s","type":"%s","actor":"%s",
                "object":%s}""".formatted(by.uri(), UUID.randomUUID(), type, by.uri(), object);
    }

    static String quoted(String text) {
        return "\"" + text + "\"";
    }

    /// A public note by someone elsewhere to this test's member.
    String note(OtherServer.Person by, String id, String content, String more) {
        return """
                {"id":"%s","type":"Note","attributedTo":"%s","content":"%s","to":["%s"],"cc":["%s"],
                "published":"2026-01-02T03:04:05Z"%s}""".formatted(id, by.uri(), content, PUBLIC, memberUri(), more);
    }

    void follow(OtherServer.Person by) {
        OtherServer.post(by, activity("Follow", by, quoted(memberUri()))).then().statusCode(202);
        soon().until(() -> count("""
                SELECT count(*) FROM ap_follow f JOIN ap_actor a ON a.id = f.follower_id WHERE a.uri = '%s'
                """.formatted(by.uri())) == 1);
    }

    long write(String text, Visibility visibility) {
        return ((Notes.PostOutcome.Posted) notes
            .post(new Notes.Draft(member.id(), text, "", visibility, null, null))).id();
    }

    long count(String sql) {
        return QuarkusTransaction.requiringNew()
            .call(() -> ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue());
    }

    /// Waits until everything that came in so far has been worked on.
    void untilAllIsDone() {
        soon().until(() -> count("SELECT count(*) FROM ap_activities WHERE state = 'READY'") == 0);
    }
}
