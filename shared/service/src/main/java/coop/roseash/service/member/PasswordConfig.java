package coop.roseash.service.member;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much work one password costs, here and for whoever steals the hashes; the defaults are OWASP's for Argon2id.
@ConfigMapping(prefix = "password")
interface PasswordConfig {
    /// Memory of one hash, in KiB.
    @WithDefault("19456")
    int memory();

    /// Passes over that memory.
    @WithDefault("2")
    int iterations();

    /// Hashes computed at once; more sign-ins than that wait, so that a flood cannot fill the memory.
    @WithDefault("4")
    int atOnce();
}
