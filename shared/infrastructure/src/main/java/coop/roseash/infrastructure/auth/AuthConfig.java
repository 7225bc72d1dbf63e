package coop.roseash.infrastructure.auth;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How an app asks federation who its visitor is.
@ConfigMapping(prefix = "auth")
interface AuthConfig {
    /// After asking silently, a guest is left alone for this long.
    @WithDefault("5M")
    Duration silentPause();

    /// Whether a page opened by a guest asks silently at all; a link to sign in remains without it.
    @WithDefault("true")
    boolean silent();

    /// How old a logout token may be, and how far the two clocks may differ.
    @WithDefault("2M")
    Duration logoutTokenAge();

    /// Longest wait for federation's keys.
    @WithDefault("3S")
    Duration timeout();
}
