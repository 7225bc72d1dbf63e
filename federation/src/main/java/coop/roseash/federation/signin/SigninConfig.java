package coop.roseash.federation.signin;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Who may join, and how often anything may be tried.
@ConfigMapping(prefix = "signin")
public interface SigninConfig {
    /// Whether anybody may join; otherwise members are taken in by other ways only.
    @WithDefault("true")
    boolean open();

    /// The window in which attempts are counted.
    @WithDefault("15M")
    Duration window();

    /// Mails to one address that one network, or a browser known to be its owner's, may ask for within the window.
    @WithDefault("5")
    int mailsPerAddress();

    /// Mails to one address that all unknown browsers together may ask for; keeps a mailbox from being flooded.
    @WithDefault("20")
    int mailsPerAddressOverall();

    /// Mails asked for from one network within the window.
    @WithDefault("30")
    int mailsPerNetwork();

    /// Wrong passwords for one e-mail address from one network, or from a browser known to be its owner's.
    @WithDefault("10")
    int passwordsPerAddress();

    /// Wrong passwords for one e-mail address from all unknown browsers together.
    @WithDefault("100")
    int passwordsPerAddressOverall();

    /// Wrong passwords from one network within the window.
    @WithDefault("50")
    int passwordsPerNetwork();

    /// Wrong one-time codes of one member, each after a link by mail or a password that was right.
    @WithDefault("10")
    int codesPerMember();

    /// Sign-ins by passkey tried from one network within the window.
    @WithDefault("100")
    int passkeysPerNetwork();

    /// How long a member may take for their one-time code.
    @WithDefault("5M")
    Duration secondStep();

    /// How long a passkey may be looked for.
    @WithDefault("5M")
    Duration passkeyChallenge();
}
