package coop.roseash.service.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Singleton;

/// Lets each host send so much at once and so much a second after that (a token bucket per host).
@Singleton
class HostRates {
    private static final int MOST_REMEMBERED = 20_000;
    private static final double MILLISECONDS = 1_000.0;

    private final int burst;
    private final int rate;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>();

    private record Bucket(double tokens, Instant at) {}

    HostRates(ActivityPubConfig config, Clock clock) {
        this.burst = config.inbox().burst();
        this.rate = config.inbox().rate();
        this.clock = clock;
    }

    synchronized boolean allow(String host) {
        Instant now = clock.instant();
        Bucket bucket = buckets.getOrDefault(host, new Bucket(burst, now));
        double gained = Duration.between(bucket.at(), now).toMillis() / MILLISECONDS * rate;
        double tokens = Math.min(burst, bucket.tokens() + Math.max(0, gained));
        boolean allowed = tokens >= 1;
        buckets.put(host, new Bucket(allowed ? tokens - 1 : tokens, now));
        if (buckets.size() > MOST_REMEMBERED) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return allowed;
    }
}
