package coop.roseash.service.provider;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The log of what happened to accounts, sessions and keys.
@ConfigMapping(prefix = "audit")
interface AuditConfig {
    /// How long a line is kept; it names people, so not for ever.
    @WithDefault("400D")
    Duration keep();
}
