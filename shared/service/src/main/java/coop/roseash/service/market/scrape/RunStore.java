package coop.roseash.service.market.scrape;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.market.Scrapes.ItemChange;
import coop.roseash.contract.market.SourceRules;
import coop.roseash.model.market.ScrapeItem;
import coop.roseash.model.market.ScrapePage;
import coop.roseash.model.market.ScrapeRun;
import coop.roseash.model.market.ScrapeSource;
import coop.roseash.model.market.ScrapeSourceVersion;
import coop.roseash.service.market.scrape.PoliteFetcher.Validators;

/// What a run under way writes: each step is one short transaction, so that progress is seen and survives a crash.
@ApplicationScoped
class RunStore {
    /// A new item's state before it was compared.
    static final String FOUND = "FOUND";

    private final EntityManager entities;
    private final ScraperConfig config;
    private final Json json;
    private final Clock clock;

    RunStore(EntityManager entities, ScraperConfig config, Json json, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /// A run this process may carry out.
    record Claim(long runId, long sourceId, int version, long supplierId, SourceRules rules) {}

    /// One entry of a page: an item, or what is wrong with it.
    record Entry(String code, String name, @Nullable KeptItem item, String problem) {}

    /// Takes the oldest run that waits, or one whose process fell silent; that one begins anew.
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Claim> claim() {
        List<?> ids = entities.createNativeQuery("""
                SELECT id FROM scrape_runs
                WHERE state = 'QUEUED' OR (state = 'FETCHING' AND lease_until < :now)
                ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED""").setParameter("now", clock.instant()).getResultList();
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        ScrapeRun run = entities.find(ScrapeRun.class, ((Number) ids.getFirst()).longValue());
        run.state = "FETCHING";
        run.pagesDone = 0;
        run.pagesKnown = 0;
        run.leaseUntil = clock.instant().plus(config.lease());
        entities.createQuery("delete from ScrapeItem where runId = :run").setParameter("run", run.id).executeUpdate();
        ScrapeSource source = entities.find(ScrapeSource.class, run.sourceId);
        ScrapeSourceVersion version = entities
            .find(ScrapeSourceVersion.class, new ScrapeSourceVersion.Key(run.sourceId, run.sourceVersion));
        return Optional.of(new Claim(run.id, run.sourceId, run.sourceVersion, source.supplierId,
                json.read(version.rules, SourceRules.class)));
    }

    /// @throws StopRun when another process has taken the run
    @Transactional(TxType.REQUIRES_NEW)
    void progress(long runId, int done, int known) {
        int changed = entities.createQuery("""
                update ScrapeRun set pagesDone = :done, pagesKnown = :known, leaseUntil = :lease
                where id = :run and state = 'FETCHING' and pagesDone <= :done""")
            .setParameter("done", done)
            .setParameter("known", known)
            .setParameter("lease", clock.instant().plus(config.lease()))
            .setParameter("run", runId)
            .executeUpdate();
        if (changed == 0) {
            throw new StopRun("Another process has taken over the run.");
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void keep(long runId, URI page, List<Entry> entries) {
        for (Entry entry : entries) {
            ScrapeItem item = new ScrapeItem();
            item.runId = runId;
            item.page = page.toString();
            item.supplierCode = entry.code();
            item.name = entry.name();
            item.change = entry.item() == null ? ItemChange.ERROR.name() : FOUND;
            item.item = entry.item() == null ? null : json.write(entry.item());
            item.differences = "[]";
            item.problem = entry.problem();
            entities.persist(item);
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void fail(long runId, String message) {
        ScrapeRun run = entities.find(ScrapeRun.class, runId, LockModeType.PESSIMISTIC_WRITE);
        if (run.state.equals("FETCHING")) {
            run.state = "FAILED";
            run.message = message;
            run.finishedAt = clock.instant();
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    Optional<Copy> copy(Claim claim, URI address) {
        ScrapePage page = entities.find(ScrapePage.class, key(claim, address));
        return page == null
                ? Optional.empty()
                : Optional.of(new Copy(new Validators(page.etag, page.lastModified), page.items));
    }

    /// What an address said last, and how to ask whether it still does.
    record Copy(Validators validators, String content) {}

    /// Copies nobody could validate are not kept.
    @Transactional(TxType.REQUIRES_NEW)
    void keepCopy(Claim claim, URI address, Copy copy) {
        if (copy.validators().equals(Validators.NONE)) {
            return;
        }
        ScrapePage page = new ScrapePage();
        page.sourceId = claim.sourceId();
        page.version = claim.version();
        page.address = address.toString();
        page.etag = copy.validators().etag();
        page.lastModified = copy.validators().lastModified();
        page.items = copy.content();
        page.fetchedAt = clock.instant();
        entities.merge(page);
    }

    private static ScrapePage.Key key(Claim claim, URI address) {
        return new ScrapePage.Key(claim.sourceId(), claim.version(), address.toString());
    }
}
