package coop.roseash.infrastructure.fragment;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How patiently a page waits for its fragments, and how long copies are kept.
@ConfigMapping(prefix = "fragment")
interface FragmentConfig {
    /// How long a page waits for a lender; longer means fewer gaps and slower pages when a lender is ill.
    @WithDefault("300ms")
    Duration deadline();

    /// How long a page waits for the shared cache before it does without.
    @WithDefault("100ms")
    Duration cacheDeadline();

    /// How long Redis is left alone after it failed.
    @WithDefault("1s")
    Duration cachePause();

    /// How long a copy stays in this process without a look at the shared cache.
    @WithDefault("1s")
    Duration near();

    /// How many copies this process keeps.
    @WithDefault("2000")
    int nearSize();

    /// How long an outdated copy is kept for the case that its lender is slow or down.
    @WithDefault("10m")
    Duration stale();

    /// After so many failures in a row a lender is left alone …
    @WithDefault("5")
    int failures();

    /// … for this long, and then tried with one request.
    @WithDefault("2s")
    Duration pause();

    /// The largest fragment taken, in bytes.
    @WithDefault("262144")
    int largest();

    /// How long the signature of a request counts; the clocks of the apps may differ by as much.
    @WithDefault("10s")
    Duration signature();
}
