package coop.roseash.service.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How this process handles the outbox.
@ConfigMapping(prefix = "outbox")
interface OutboxConfig {
    /// Whether this process handles messages at all.
    @WithDefault("true")
    boolean enabled();

    /// The topics handled here; all topics where absent. Naming them lets a large site give slow topics a process of
    /// their own.
    Optional<Set<String>> topics();

    /// How many messages are handled at once; each holds a database connection for short moments only.
    @WithDefault("4")
    int concurrency();

    /// How often to look without having been woken; bounds the delay after a lost notification.
    @WithDefault("5s")
    Duration poll();

    /// How long one handling may take before another process may try the message too.
    @WithDefault("60s")
    Duration lease();

    /// The first pause after a failure; doubles with each further one, up to an hour.
    @WithDefault("2s")
    Duration retry();

    /// After so many failures a message is set aside for a person to look at.
    @WithDefault("14")
    int attempts();

    /// How long a handled message's key is remembered.
    @WithDefault("30d")
    Duration keep();
}
