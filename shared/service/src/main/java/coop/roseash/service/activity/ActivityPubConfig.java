package coop.roseash.service.activity;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How the site takes part in the fediverse.
@ConfigMapping(prefix = "activitypub")
interface ActivityPubConfig {
    /// Whether this process works on activities and deliveries; federation does.
    @WithDefault("false")
    boolean process();

    /// Seals the private keys at rest; at least 16 characters, the same for all six apps and for ever.
    Optional<String> keySecret();

    /// How often to look for work without having been woken.
    @WithDefault("5s")
    Duration poll();

    /// How long one piece of work may take before another process may try it too.
    @WithDefault("60s")
    Duration lease();

    /// The first pause after an activity could not be processed; doubles with each further one.
    @WithDefault("5s")
    Duration retry();

    /// After so many failures an activity is set aside.
    @WithDefault("8")
    int attempts();

    /// How long a GET of a document may take in all.
    @WithDefault("10s")
    Duration fetchTimeout();

    /// After how long an actor of another server is read again when we meet it.
    @WithDefault("24h")
    Duration actorRefresh();

    Incoming inbox();

    Outgoing delivery();

    /// What we take in.
    interface Incoming {
        /// How far a request's date may be from ours; more protects clocks that are wrong, less shortens replays.
        @WithDefault("1h")
        Duration clockSkew();

        /// How many activities a host may send at once …
        @WithDefault("300")
        int burst();

        /// … and how many a second from then on.
        @WithDefault("50")
        int rate();

        /// How long to wait before a key that failed is asked for again.
        @WithDefault("10s")
        Duration keyPause();

        /// How many times within ten minutes a key that failed is asked for.
        @WithDefault("4")
        int keyTries();

        /// How long ids are remembered, so that nothing is taken in twice; must exceed the clock skew.
        @WithDefault("30d")
        Duration remember();
    }

    /// What we send.
    interface Outgoing {
        /// The first pause after a host failed; doubles with each further failure.
        @WithDefault("5s")
        Duration retry();

        @WithDefault("12h")
        Duration longestPause();

        /// A delivery is given up after so many tries …
        @WithDefault("12")
        int tries();

        /// … or when it is so old.
        @WithDefault("7d")
        Duration giveUpAfter();

        /// How many requests to one host run at once.
        @WithDefault("8")
        int inFlight();

        /// How many hosts this process serves at once.
        @WithDefault("64")
        int hosts();

        @WithDefault("15s")
        Duration timeout();

        /// How long deliveries that arrived are listed.
        @WithDefault("30d")
        Duration keep();
    }
}
