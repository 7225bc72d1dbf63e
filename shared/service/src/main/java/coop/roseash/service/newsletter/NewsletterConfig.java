package coop.roseash.service.newsletter;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How newsletters are confirmed and sent.
@ConfigMapping(prefix = "newsletter")
interface NewsletterConfig {
    /// How long a confirmation link counts.
    @WithDefault("7d")
    Duration confirmation();

    /// How long an address is not asked again; keeps strangers from flooding it.
    @WithDefault("5m")
    Duration askAgain();

    /// How many mails are handed over in one transaction.
    @WithDefault("100")
    int batch();
}
