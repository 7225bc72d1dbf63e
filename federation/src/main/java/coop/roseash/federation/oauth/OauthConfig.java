package coop.roseash.federation.oauth;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The provider's lifetimes and the clients it knows by its settings.
@ConfigMapping(prefix = "oauth")
interface OauthConfig {
    /// How long a code waits to be changed into tokens.
    @WithDefault("60S")
    Duration codeLifetime();

    @WithDefault("5M")
    Duration accessTokenLifetime();

    @WithDefault("5M")
    Duration idTokenLifetime();

    /// How long an unused refresh token waits; each use gives a new one.
    @WithDefault("30D")
    Duration refreshIdle();

    /// When a family of refresh tokens ends, however often it was used.
    @WithDefault("180D")
    Duration refreshLifetime();

    /// At most two minutes (Back-Channel Logout 1.0 section 2.4).
    @WithDefault("2M")
    Duration logoutTokenLifetime();

    /// Longest wait for one client to hear of a sign-out; after that it is told again, with growing pauses.
    @WithDefault("2S")
    Duration backchannelTimeout();

    /// Hosts (`127.0.0.1`, or `127.0.0.1:9000`) that may hear of sign-outs although they are not public, for tests and
    /// the one-machine default.
    Optional<List<String>> backchannelAllowed();

    /// The secrets of the platform's own apps, by their names.
    Map<String, String> ownSecrets();

    /// Further clients, made or changed at the start: `oauth.clients.<id>.secret=…`, `.redirect-uris=…`.
    Map<String, Settings> clients();

    /// One further client.
    interface Settings {
        Optional<String> name();

        String secret();

        /// Exact addresses, separated by commas.
        List<String> redirectUris();

        Optional<List<String>> postLogoutUris();

        Optional<String> backchannelUri();

        /// Signs its ID tokens: `ES256` or `RS256`.
        @WithDefault("RS256")
        String idTokenAlgorithm();
    }
}
