package coop.roseash.service.provider;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.keys.KeyCommands;
import io.quarkus.redis.datasource.value.ValueCommands;

import coop.roseash.contract.provider.Grants.Request;

/// Authorization codes in Redis: `code:{hash}` holds what one was made for and is taken out by one atomic command,
/// `code-again:{hash}` that it came a second time.
@ApplicationScoped
class Codes {
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private final ValueCommands<String, String> values;
    private final KeyCommands<String> keys;
    private final ObjectMapper json;
    private final Clock clock;

    Codes(RedisDataSource redis, ObjectMapper json, Clock clock) {
        this.values = redis.value(String.class);
        this.keys = redis.key();
        this.json = json;
        this.clock = clock;
    }

    void put(String hash, Request request) {
        try {
            long life = Math.max(1, Duration.between(clock.instant(), request.expiresAt()).toMillis());
            values.psetex("code:" + hash, life, json.writeValueAsString(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A code could not be written as JSON", e);
        }
    }

    /// What the code was made for, for the first who asks.
    Optional<Request> take(String hash) {
        String text = values.getdel("code:" + hash);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(text, Request.class))
                .filter(request -> request.expiresAt().isAfter(clock.instant()));
        } catch (JsonProcessingException e) {
            // Written by another release: the visitor signs in again.
            return Optional.empty();
        }
    }

    void noteAgain(String hash) {
        values.setex("code-again:" + hash, AGAIN.toSeconds(), "");
    }

    boolean cameAgain(String hash) {
        return keys.exists("code-again:" + hash);
    }
}
