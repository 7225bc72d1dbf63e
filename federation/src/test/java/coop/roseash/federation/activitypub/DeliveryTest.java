package coop.roseash.federation.activitypub;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.activity.Actors.FindOutcome;
import coop.roseash.contract.activity.Deliveries;
import coop.roseash.contract.activity.Deliveries.Host;
import coop.roseash.contract.activity.Follows;
import coop.roseash.contract.activity.Visibility;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.federation.activitypub.OtherServer.Answer;
import coop.roseash.federation.activitypub.OtherServer.Person;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class DeliveryTest extends FediverseTest {
    @Inject
    Deliveries deliveries;
    @Inject
    Follows follows;

    private Person wren;
    private String inbox;

    @BeforeEach
    void letWrenFollow() {
        String name = fresh("wren");
        wren = elsewhere.person(name);
        inbox = "/users/" + name + "/inbox";
        // Hosts are shared by the tests: each begins with one that is well, and alone.
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("DELETE FROM ap_delivery").executeUpdate();
            entities.createNativeQuery("DELETE FROM ap_host").executeUpdate();
        });
        follow(wren);
        soon().until(() -> elsewhere.posted(inbox).size() == 1);
    }

    @Test
    void triesAgainUntilTheServerIsBack() {
        AtomicInteger tries = new AtomicInteger();
        elsewhere.route(inbox, got -> Answer.status(tries.incrementAndGet() < 3 ? 503 : 202));
        write("Knock, knock", Visibility.PUBLIC);
        soon().until(() -> tries.get() == 3);
        soon().until(() -> host().state() == Host.State.ALIVE);
        assertThat(host().waiting()).isZero();
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        AtomicInteger tries = new AtomicInteger();
        elsewhere.route(inbox, got -> tries.incrementAndGet() == 1
                ? new Answer(429, "text/plain", "", Map.of("Retry-After", "2"))
                : Answer.status(202));
        Instant start = Instant.now();
        write("Slowly", Visibility.PUBLIC);
        soon().until(() -> tries.get() == 2);
        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(1_900));
    }

    @Test
    void dropsAFollowerWhoseInboxIsGone() {
        elsewhere.route(inbox, got -> Answer.status(410));
        write("Anybody home?", Visibility.PUBLIC);
        long id = actors.ofMember(member.id()).id();
        soon().until(() -> follows.counts(id).followers() == 0);
        assertThat(count("SELECT count(*) FROM ap_delivery_dead WHERE inbox = '" + wren.inbox() + "'")).isEqualTo(1);
    }

    @Test
    void givesUpWhatIsRefusedAndWhatFailsTooOften() {
        elsewhere.route(inbox, got -> Answer.status(400));
        write("Refused", Visibility.PUBLIC);
        soon().until(() -> dead().contains("answered 400"));
        assertThat(host().state()).isEqualTo(Host.State.ALIVE);
        elsewhere.route(inbox, got -> Answer.status(500));
        write("Failing", Visibility.PUBLIC);
        soon().until(() -> dead().contains("answered 500"));
        assertThat(host().failures()).isEqualTo(4);
    }

    @Test
    void aHangingServerDelaysNobodyElse() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        elsewhere.route(inbox, got -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Answer.status(202);
        });
        try (OtherServer third = new OtherServer("127.0.1.1", port)) {
            String name = fresh("crow");
            Person crow = third.person(name);
            follow(crow);
            long start = System.nanoTime();
            long id = write("To both", Visibility.PUBLIC);
            soon().until(() -> third.posted("/users/" + name + "/inbox")
                .stream()
                .anyMatch(got -> got.body().contains("/objects/" + id)));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        } finally {
            end.countDown();
        }
    }

    @Test
    void keepsTheOrderOfWhatConcernsOneNote() {
        elsewhere.route(inbox, got -> Answer.status(503));
        long id = write("Now you see me", Visibility.PUBLIC);
        soon().until(() -> host().failures() >= 1);
        notes.remove(member.id(), id);
        untilAllIsDone();
        elsewhere.received.clear();
        elsewhere.route(inbox, got -> Answer.status(202));
        deliveries.retryNow("127.0.0.1:" + port);
        soon().until(() -> elsewhere.posted(inbox).size() == 2);
        assertThat(elsewhere.posted(inbox).get(0).body()).contains("\"type\":\"Create\"");
        assertThat(elsewhere.posted(inbox).get(1).body()).contains("\"type\":\"Delete\"");
    }

    @Test
    void revivesAHostThatIsHeardFrom() {
        elsewhere.route(inbox, got -> new Answer(503, "text/plain", "", Map.of("Retry-After", "3600")));
        long id = write("Later", Visibility.PUBLIC);
        soon().until(() -> host().state() == Host.State.WAITING);
        elsewhere.route(inbox, got -> Answer.status(202));
        OtherServer.post(wren, activity("Like", wren, quoted(ORIGIN + "/ap/objects/" + id))).then().statusCode(202);
        soon().until(() -> host().state() == Host.State.ALIVE && host().waiting() == 0);
    }

    @Test
    void refusesABlockedHostAndSendsItNothing() {
        deliveries.block("127.0.0.1:" + port);
        OtherServer.post(wren, activity("Like", wren, quoted(memberUri()))).then().statusCode(403);
        write("Not for all", Visibility.PUBLIC);
        untilAllIsDone();
        assertThat(elsewhere.posted(inbox)).hasSize(1);
        assertThat(actors.find("@wren@127.0.0.1:" + port)).isInstanceOf(FindOutcome.Blocked.class);
        deliveries.unblock("127.0.0.1:" + port);
        OtherServer.post(wren, activity("Like", wren, quoted(memberUri()))).then().statusCode(202);
    }

    private Host host() {
        return deliveries.hosts(new PageRequest(1, 50))
            .items()
            .stream()
            .filter(host -> host.host().equals("127.0.0.1:" + port))
            .findFirst()
            .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private List<String> dead() {
        return QuarkusTransaction.requiringNew()
            .call(() -> entities
                .createNativeQuery("SELECT reason FROM ap_delivery_dead WHERE inbox = :inbox", String.class)
                .setParameter("inbox", wren.inbox())
                .getResultList());
    }
}
