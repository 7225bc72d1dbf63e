package coop.roseash.service.market.scrape;

import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import coop.roseash.service.market.scrape.RunStore.Claim;

/// Carries out one run: find the pages, visit each, compare; no request is made inside a transaction.
@ApplicationScoped
class RunWorker {
    private static final Logger LOG = Logger.getLogger(RunWorker.class);

    private final PoliteFetchers fetchers;
    private final RunStore store;
    private final PageVisitor visitor;
    private final RunComparison comparison;
    private final Clock clock;

    RunWorker(PoliteFetchers fetchers, RunStore store, PageVisitor visitor, RunComparison comparison, Clock clock) {
        this.fetchers = fetchers;
        this.store = store;
        this.visitor = visitor;
        this.comparison = comparison;
        this.clock = clock;
    }

    boolean work() {
        Optional<Claim> claim = store.claim();
        claim.ifPresent(this::carryOut);
        return claim.isPresent();
    }

    private void carryOut(Claim claim) {
        LOG.infof("Scrape run %d of %s begins", claim.runId(), claim.rules().base());
        try {
            int pages = read(claim);
            comparison.compare(claim);
            LOG.infof("Scrape run %d read %d pages", claim.runId(), pages);
        } catch (StopRun stop) {
            LOG.warnf("Scrape run %d stopped: %s", claim.runId(), stop.getMessage());
            store.fail(claim.runId(), String.valueOf(stop.getMessage()));
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "Scrape run %d broke", claim.runId());
            store.fail(claim.runId(), "The run broke: " + broken.getMessage());
        }
    }

    private int read(Claim claim) {
        PoliteFetcher fetcher = fetchers.with(claim.rules().gap());
        Crawl crawl = new Crawl(claim.rules(), fetcher, clock);
        Collection<URI> pages = crawl.productPages();
        store.progress(claim.runId(), 0, pages.size());
        int done = 0;
        for (URI page : pages) {
            crawl.spend();
            store.keep(claim.runId(), page, visitor.visit(claim, fetcher, page));
            store.progress(claim.runId(), ++done, pages.size());
        }
        return done;
    }
}
