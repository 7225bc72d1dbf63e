package coop.roseash.service.provider;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Links sent by mail.
@ConfigMapping(prefix = "mail-link")
interface MailLinkConfig {
    /// How long a link counts.
    @WithDefault("15M")
    Duration lifetime();

    /// How long a link counts that an admin makes for a member who lost everything.
    @WithDefault("24H")
    Duration recoveryLifetime();
}
