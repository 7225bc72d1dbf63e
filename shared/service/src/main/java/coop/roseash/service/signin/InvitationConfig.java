package coop.roseash.service.signin;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Invitations by mail.
@ConfigMapping(prefix = "invitation")
interface InvitationConfig {
    /// How long an invitation may be accepted.
    @WithDefault("14D")
    Duration lifetime();
}
