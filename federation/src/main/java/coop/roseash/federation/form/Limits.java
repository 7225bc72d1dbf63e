package coop.roseash.federation.form;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.keys.KeyCommands;
import io.quarkus.redis.datasource.value.ValueCommands;

/// Counts attempts in Redis over all replicas, and stops whoever makes too many.
@ApplicationScoped
public class Limits {
    private final ValueCommands<String, Long> counters;
    private final KeyCommands<String> keys;

    Limits(RedisDataSource redis) {
        this.counters = redis.value(Long.class);
        this.keys = redis.key();
    }

    /// Counts one attempt.
    ///
    /// @param whom an address of any kind; only its hash is kept
    /// @throws WebApplicationException 429 with Retry-After when there were more than `most` within the window
    public void count(String what, String whom, int most, Duration window) {
        String key = key(what, whom);
        long attempts = counters.incr(key);
        if (attempts == 1 || keys.ttl(key) < 0) {
            keys.expire(key, window);
        }
        if (attempts > most) {
            throw new WebApplicationException(Response.status(Response.Status.TOO_MANY_REQUESTS)
                .header("Retry-After", Math.max(1, keys.ttl(key)))
                .header("Cache-Control", "no-store")
                .type("text/plain; charset=utf-8")
                .entity("That was a lot at once. Please wait a moment and try again.")
                .build());
        }
    }

    /// Forgets the attempts after one that succeeded.
    public void forget(String what, String whom) {
        keys.del(key(what, whom));
    }

    private static String key(String what, String whom) {
        byte[] name = whom.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return "limit:" + what + ":" + UUID.nameUUIDFromBytes(name);
    }
}
