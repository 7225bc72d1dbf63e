package coop.roseash.service.market.scrape;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.web.SafeFetcher;

/// Makes the one visitor of each run.
@ApplicationScoped
class PoliteFetchers {
    private final SafeFetcher web;
    private final ScraperConfig config;
    private final Clock clock;

    PoliteFetchers(SafeFetcher web, ScraperConfig config, Clock clock) {
        this.web = web;
        this.config = config;
        this.clock = clock;
    }

    /// @param gap the source's own least pause
    PoliteFetcher with(Duration gap) {
        return new PoliteFetcher(web, config, clock, gap);
    }
}
