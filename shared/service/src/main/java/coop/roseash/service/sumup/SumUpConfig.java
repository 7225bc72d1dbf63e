package coop.roseash.service.sumup;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The merchant account payments go to.
@ConfigMapping(prefix = "sumup")
interface SumUpConfig {
    @WithDefault("https://api.sumup.com")
    URI baseUrl();

    /// A secret; without it nothing can be paid online.
    Optional<String> apiKey();

    Optional<String> merchantCode();

    /// Where SumUp tells about changes; `/webhooks/sumup` of the cart's address where absent.
    Optional<URI> returnUrl();

    @WithDefault("3s")
    Duration connectTimeout();

    /// How long one call may take; afterwards its effect is unknown and is asked for.
    @WithDefault("10s")
    Duration timeout();
}
