package coop.roseash.infrastructure.metric;

import java.time.Duration;
import java.util.Set;
import java.util.stream.LongStream;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;

/// Counts answers and questions for fragments in buckets of time, out of which Prometheus tells percentiles over all
/// tasks of an app. Few buckets, for each is a series for every route.
class Latencies {
    private static final Set<String> TIMED = Set.of("http.server.requests", "fragment.fetch");
    private static final DistributionStatisticConfig BUCKETS = DistributionStatisticConfig.builder()
        .serviceLevelObjectives(
                LongStream.of(2, 5, 10, 25, 50, 100, 300, 1_000, 3_000)
                    .mapToDouble(milliseconds -> Duration.ofMillis(milliseconds).toNanos())
                    .toArray())
        .build();

    private Latencies() {}

    @Produces
    @Singleton
    static MeterFilter inBuckets() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return TIMED.contains(id.getName()) ? BUCKETS.merge(config) : config;
            }
        };
    }
}
