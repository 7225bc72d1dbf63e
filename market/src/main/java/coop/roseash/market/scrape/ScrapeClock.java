package coop.roseash.market.scrape;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.market.Scrapes;

/// Carries out waiting runs, one after the other.
///
/// `market.scrape-every` is the longest a started run waits; shorter looks more often for nothing.
@ApplicationScoped
class ScrapeClock {
    private final Scrapes scrapes;

    ScrapeClock(Scrapes scrapes) {
        this.scrapes = scrapes;
    }

    @Scheduled(every = "${market.scrape-every:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void work() {
        while (scrapes.work()) {
            // The next one.
        }
    }
}
