package coop.roseash.service.provider;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The keys that sign federation's tokens.
@ConfigMapping(prefix = "signing-key")
interface SigningKeyConfig {
    /// Encrypts the private keys in the database: at least 32 characters, the same on all replicas of federation;
    /// the other apps do not need it.
    Optional<String> secret();

    /// How long a retired key is still published; must be longer than any token lives.
    @WithDefault("1D")
    Duration afterlife();

    /// How long a replica trusts its copy of the keys.
    @WithDefault("1M")
    Duration memory();
}
