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

    /// How long a replaced key is still published; must be longer than any token lives.
    @WithDefault("1D")
    Duration afterlife();

    /// How long a replaced key is still believed in hints about who is meant; as long as an app's session may live.
    @WithDefault("100D")
    Duration hints();

    /// How long new keys are published before they sign, so that every replica has them by then.
    @WithDefault("15S")
    Duration lead();

    /// How old the keys get before they are replaced by themselves; 0 for never.
    @WithDefault("90D")
    Duration interval();

    /// How often is looked whether they are that old.
    @WithDefault("10M")
    Duration check();

    /// How long a replica trusts its copy of the keys if nobody tells it of new ones; shorter than the lead.
    @WithDefault("10S")
    Duration memory();
}
