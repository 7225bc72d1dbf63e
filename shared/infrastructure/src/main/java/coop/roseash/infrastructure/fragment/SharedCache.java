package coop.roseash.infrastructure.fragment;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;

/// The copies all apps share in Redis. Without Redis there is no copy, and no error.
@ApplicationScoped
class SharedCache {
    private static final Logger LOG = Logger.getLogger(SharedCache.class);

    private final Redis redis;
    private final FragmentConfig config;
    private final Clock clock;
    private volatile Instant pausedUntil = Instant.MIN;

    /// What the cache knows of one copy.
    ///
    /// @param generation the present one, to be noted in a new copy; null when the cache did not answer
    record Found(Optional<Stored> stored, @Nullable String generation) {
        static final Found NOTHING = new Found(Optional.empty(), null);

        Optional<Stored> current(Instant now) {
            return generation == null ? Optional.empty() : stored.filter(copy -> copy.isCurrent(generation, now));
        }
    }

    SharedCache(Redis redis, FragmentConfig config, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.clock = clock;
    }

    /// Reads all of a page's copies and their generations in one round trip.
    Map<Copy, Found> read(Collection<Copy> copies) {
        if (copies.isEmpty() || isPaused()) {
            return Map.of();
        }
        Set<String> keys = new LinkedHashSet<>();
        copies.forEach(copy -> {
            keys.add(copy.key());
            keys.addAll(copy.generationKeys());
        });
        try {
            Map<String, String> values = multiGet(List.copyOf(keys));
            return copies.stream().collect(Collectors.toMap(copy -> copy, copy -> found(copy, values)));
        } catch (RuntimeException e) {
            pause(e);
            return Map.of();
        }
    }

    /// Keeps a copy without waiting for it.
    void write(Copy copy, Stored stored) {
        if (isPaused()) {
            return;
        }
        long milliseconds = stored.keep(clock.instant(), config.stale()).toMillis();
        redis.send(Request.cmd(Command.SET).arg(copy.key()).arg(stored.encode()).arg("PX").arg(milliseconds))
            .subscribe()
            .with(done -> {
            }, this::pause);
    }

    private Map<String, String> multiGet(List<String> keys) {
        Request request = Request.cmd(Command.MGET);
        keys.forEach(request::arg);
        Response answer = redis.send(request).await().atMost(config.cacheDeadline());
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Response value = answer.get(i);
            if (value != null) {
                values.put(keys.get(i), value.toString());
            }
        }
        return values;
    }

    private static Found found(Copy copy, Map<String, String> values) {
        String generation = copy.generationKeys()
            .stream()
            .map(key -> values.getOrDefault(key, "-"))
            .collect(Collectors.joining("/"));
        return new Found(Optional.ofNullable(values.get(copy.key())).flatMap(Stored::decode), generation);
    }

    private boolean isPaused() {
        return clock.instant().isBefore(pausedUntil);
    }

    private void pause(Throwable failure) {
        if (!isPaused()) {
            LOG.warnf("Pages do without the fragment cache for %s: %s", config.cachePause(), failure);
        }
        pausedUntil = clock.instant().plus(config.cachePause());
    }
}
