package coop.roseash.service.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.session.Session;
import coop.roseash.contract.session.Sessions;
import coop.roseash.testing.EmbeddedServices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class SessionsTest {
    private static final Instant NOW = Instant.now();

    @Inject
    Sessions sessions;
    @Inject
    RedisDataSource redis;

    @Test
    void findsASessionByItsTokenAndKeepsOnlyTheHash() {
        Session session = session(newSid(), NOW);

        String token = sessions.start(session).orElseThrow();

        assertEquals(Optional.of(session), sessions.find(token));
        assertTrue(redis.key().keys("*" + token + "*").isEmpty());
    }

    @Test
    void takesAnythingElseForNoSession() {
        assertTrue(sessions.find("").isEmpty());
        assertTrue(sessions.find("\u0000é{}").isEmpty());
        assertTrue(sessions.find("A".repeat(43)).isEmpty());
        assertTrue(sessions.find("A".repeat(100_000)).isEmpty());
    }

    @Test
    void endsOneSessionAndLeavesTheOther() {
        String sid = newSid();
        String first = sessions.start(session(sid, NOW)).orElseThrow();
        String second = sessions.start(session(sid, NOW)).orElseThrow();

        sessions.end(first);

        assertTrue(sessions.find(first).isEmpty());
        assertTrue(sessions.find(second).isPresent());
    }

    @Test
    void endsAllSessionsOfASidAndLetsNoneStartAgain() {
        String sid = newSid();
        String first = sessions.start(session(sid, NOW)).orElseThrow();
        String other = sessions.start(session(newSid(), NOW)).orElseThrow();
        redis.set(String.class).sadd("sid:" + sid, "sess:market:elsewhere");
        redis.value(String.class).set("sess:market:elsewhere", "{}");

        sessions.endHere(sid);
        assertTrue(sessions.find(first).isEmpty());
        assertTrue(redis.key().exists("sess:market:elsewhere"));

        sessions.endEverywhere(sid);
        assertTrue(!redis.key().exists("sess:market:elsewhere"));
        assertTrue(sessions.find(other).isPresent());
        assertTrue(sessions.start(session(sid, NOW)).isEmpty());
    }

    @Test
    void endsASessionThatHasLivedItsLongest() {
        String token = sessions.start(session(newSid(), NOW.minusSeconds(91L * 24 * 3600))).orElseThrow();

        assertTrue(sessions.find(token).isEmpty());
    }

    private static Session session(String sid, Instant startedAt) {
        return Session.starting(7, sid, startedAt, startedAt, "", new Session.Device("a browser", "198.51.100.x"));
    }

    private static String newSid() {
        return UUID.randomUUID().toString();
    }
}
