package coop.roseash.service.session;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How long a member stays signed in on a device.
@ConfigMapping(prefix = "session")
interface SessionConfig {
    /// After this time without a visit the session ends.
    @WithDefault("14D")
    Duration idle();

    /// After this time it ends however often the member came.
    @WithDefault("90D")
    Duration lifetime();

    /// Devices one member may be signed in on; the next one signs the oldest out.
    @WithDefault("100")
    int mostDevices();

    /// How long a signed-out sid is remembered, so that a sign-in that was under way does not bring it back; must be
    /// longer than a code and an ID token live.
    @WithDefault("1H")
    Duration endedMemory();
}
