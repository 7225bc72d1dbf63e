package coop.roseash.service.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How the platform speaks to servers named by others.
@ConfigMapping(prefix = "web")
interface WebConfig {
    /// Exact `host:port` pairs that may be asked although they are not public, for tests and the one-machine
    /// default. Never set it in production: whoever may name an address could then reach them.
    Optional<List<String>> allowedAuthorities();

    /// What we call ourselves; a name and an address where a webmaster can complain.
    @WithDefault("RoseAsh/1.0 (+https://rose-ash.com/robot)")
    String userAgent();

    /// How long one connection may take; short, so that a dead server does not eat the request's whole time.
    @WithDefault("5s")
    Duration connectTimeout();
}
