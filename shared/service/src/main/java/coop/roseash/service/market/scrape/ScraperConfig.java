package coop.roseash.service.market.scrape;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How politely suppliers' shops are read.
@ConfigMapping(prefix = "scraper")
interface ScraperConfig {
    /// The name shops see; its first word, before the slash, is what robots.txt may address.
    @WithDefault("RoseAshMarket/1.0 (+https://rose-ash.com/robot)")
    String userAgent();

    /// Least pause between two requests to one host; a source or a robots.txt may ask for more, never less.
    /// Zero only where the shop is our own.
    @WithDefault("2s")
    Duration gap();

    /// By how much the pause is stretched at random, as a share of it; spreads load, costs time.
    @WithDefault("0.25")
    double jitter();

    /// A longer `Retry-After` or `Crawl-delay` ends the run instead of holding it.
    @WithDefault("60s")
    Duration longestWait();

    /// A run whose process has been silent for so long is taken up by another; longer than the slowest page.
    @WithDefault("2m")
    Duration lease();
}
