package coop.roseash.market.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What the embedded default tells the market on a first start.
@ConfigMapping(prefix = "demo")
interface DemoConfig {
    /// The folder with the demo's files (`DEMO_CONTENT`); without it there is no demo.
    Optional<Path> content();

    /// Where the demo supplier's shop listens (`DEMO_SUPPLIER`), for example `http://127.0.0.1:8088`. Its authority
    /// must stand in `web.allowed-authorities` too.
    Optional<URI> supplier();

    /// How long to wait before a shop that did not answer is tried again.
    @WithDefault("5s")
    Duration supplierRetry();
}
