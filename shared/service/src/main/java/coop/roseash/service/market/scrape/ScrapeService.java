package coop.roseash.service.market.scrape;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.market.Scrapes;
import coop.roseash.contract.market.SourceRules;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.market.ScrapeRun;
import coop.roseash.model.market.ScrapeSource;
import coop.roseash.service.market.scrape.RunDecision.Subject;

/// Starts runs, shows their reports and carries out what a person decides about them.
@ApplicationScoped
class ScrapeService implements Scrapes {
    private final EntityManager entities;
    private final ScrapeSources sources;
    private final RunReports reports;
    private final RunDecision decision;
    private final RunWorker worker;
    private final Clock clock;

    ScrapeService(EntityManager entities, ScrapeSources sources, RunReports reports, RunDecision decision,
            RunWorker worker, Clock clock) {
        this.entities = entities;
        this.sources = sources;
        this.reports = reports;
        this.decision = decision;
        this.worker = worker;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Source> sources() {
        return sources.all();
    }

    @Override
    @Transactional
    public Optional<Source> source(long id) {
        return sources.byId(id);
    }

    @Override
    @Transactional
    public Source define(String slug, String name, long supplierId, SourceRules rules) {
        return sources.define(slug, name, supplierId, rules);
    }

    @Override
    @Transactional
    @RolesAllowed("shopkeeper")
    public StartOutcome start(long sourceId, @Nullable Long memberId) {
        ScrapeSource source = entities.find(ScrapeSource.class, sourceId, LockModeType.PESSIMISTIC_WRITE);
        if (source == null) {
            return new StartOutcome.UnknownSource();
        }
        List<Long> open = entities.createQuery("""
                select id from ScrapeRun where sourceId = :source and state in ('QUEUED', 'FETCHING', 'READY')""",
                Long.class)
            .setParameter("source", sourceId)
            .getResultList();
        if (!open.isEmpty()) {
            return new StartOutcome.AlreadyOpen(open.getFirst());
        }
        ScrapeRun run = new ScrapeRun();
        run.sourceId = sourceId;
        run.sourceVersion = source.version;
        run.state = State.QUEUED.name();
        run.message = "";
        run.startedBy = memberId;
        run.createdAt = clock.instant();
        entities.persist(run);
        return new StartOutcome.Started(run.id);
    }

    @Override
    public boolean work() {
        return worker.work();
    }

    @Override
    @Transactional
    public Optional<Run> run(long id) {
        return reports.run(id);
    }

    @Override
    @Transactional
    public Page<Run> runs(PageRequest request) {
        return reports.runs(request);
    }

    @Override
    @Transactional
    public Page<Item> items(long runId, ItemChange change, PageRequest request) {
        return reports.items(runId, change, request);
    }

    @Override
    @Transactional
    @RolesAllowed("shopkeeper")
    public DecideOutcome approve(long runId, @Nullable Long memberId) {
        ScrapeRun run = locked(runId);
        return decide(run, State.READY, State.APPLIED, memberId, () -> decision.apply(subject(run)));
    }

    @Override
    @Transactional
    @RolesAllowed("shopkeeper")
    public DecideOutcome reject(long runId, @Nullable Long memberId) {
        return decide(locked(runId), State.READY, State.REJECTED, memberId, () -> {
        });
    }

    @Override
    @Transactional
    @RolesAllowed("shopkeeper")
    public DecideOutcome rollBack(long runId, @Nullable Long memberId) {
        ScrapeRun run = locked(runId);
        if (run != null && !isLatestApplied(run)) {
            return new DecideOutcome.WrongState("A later run was applied since; take that one back first.");
        }
        return decide(run, State.APPLIED, State.ROLLED_BACK, memberId, () -> decision.takeBack(subject(run)));
    }

    private DecideOutcome decide(@Nullable ScrapeRun run, State from, State to, @Nullable Long memberId,
            Runnable effect) {
        if (run == null) {
            return new DecideOutcome.UnknownRun();
        }
        if (!run.state.equals(from.name())) {
            String state = run.state.toLowerCase(Locale.ROOT).replace('_', ' ');
            return new DecideOutcome.WrongState("This run is " + state + " already.");
        }
        effect.run();
        run.state = to.name();
        run.decidedBy = memberId;
        run.decidedAt = clock.instant();
        entities.flush();
        return new DecideOutcome.Done(reports.run(run.id).orElseThrow());
    }

    private @Nullable ScrapeRun locked(long runId) {
        return entities.find(ScrapeRun.class, runId, LockModeType.PESSIMISTIC_WRITE);
    }

    private boolean isLatestApplied(ScrapeRun run) {
        return entities
            .createQuery("""
                    select count(*) from ScrapeRun where sourceId = :source and state = 'APPLIED' and id > :run""",
                    Long.class)
            .setParameter("source", run.sourceId)
            .setParameter("run", run.id)
            .getSingleResult() == 0;
    }

    private Subject subject(@Nullable ScrapeRun run) {
        ScrapeRun known = Objects.requireNonNull(run);
        ScrapeSource source = entities.find(ScrapeSource.class, known.sourceId);
        return new Subject(known, source.supplierId, sources.rules(known.sourceId, known.sourceVersion),
                source.name + ", run " + known.id);
    }
}
