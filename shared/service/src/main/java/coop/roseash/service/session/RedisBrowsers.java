package coop.roseash.service.session;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.keys.KeyCommands;
import io.quarkus.redis.datasource.value.ValueCommands;

import coop.roseash.contract.session.Browsers;

/// Keys: `browser:{mark}`, for longer than an app waits.
@ApplicationScoped
class RedisBrowsers implements Browsers {
    private static final Duration KEPT = Duration.ofHours(1);
    private final ValueCommands<String, String> values;
    private final KeyCommands<String> keys;

    RedisBrowsers(RedisDataSource redis) {
        this.values = redis.value(String.class);
        this.keys = redis.key();
    }

    @Override
    public void noteSignIn(String mark) {
        values.setex(key(mark), KEPT.toSeconds(), "");
    }

    @Override
    public void forget(String mark) {
        keys.del(key(mark));
    }

    @Override
    public boolean hasSignedIn(String mark) {
        return keys.exists(key(mark));
    }

    private static String key(String mark) {
        return "browser:" + mark;
    }
}
