package coop.roseash.federation.signin;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Who may join, and how often anything may be tried.
@ConfigMapping(prefix = "signin")
interface SigninConfig {
    /// Whether anybody may join; otherwise members are taken in by other ways only.
    @WithDefault("true")
    boolean open();

    /// The window in which attempts are counted.
    @WithDefault("15M")
    Duration window();

    /// Mails to one address within the window.
    @WithDefault("5")
    int mailsPerAddress();

    /// Mails asked for from one network address within the window.
    @WithDefault("30")
    int mailsPerNetwork();

    /// Wrong passwords for one e-mail address within the window.
    @WithDefault("10")
    int passwordsPerAddress();

    /// Wrong passwords from one network address within the window.
    @WithDefault("50")
    int passwordsPerNetwork();
}
