package coop.roseash.service.provider;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.model.provider.AuditEntity;

/// The log in PostgreSQL; each line is written in a transaction of its own.
@ApplicationScoped
class AuditWriter implements AuditLog {
    private static final int LONGEST = 500;
    private final AuditRepository log;
    private final AuditConfig config;
    private final Clock clock;

    AuditWriter(AuditRepository log, AuditConfig config, Clock clock) {
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void note(Entry entry) {
        AuditEntity line = new AuditEntity();
        line.at = clock.instant();
        line.kind = entry.kind().id();
        line.memberId = entry.memberId();
        line.clientId = entry.clientId();
        line.address = entry.address();
        line.detail = entry.detail().substring(0, Math.min(LONGEST, entry.detail().length()));
        log.persist(line);
    }

    @Override
    @Transactional
    @RolesAllowed("admin")
    public Page<Line> search(Filter filter, PageRequest request) {
        return Page.of(log.search(filter, request), request)
            .map(line -> new Line(line.at, line.kind, line.memberId, line.clientId, line.address, line.detail));
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOldLines() {
        log.delete("at < ?1", clock.instant().minus(config.keep()));
    }
}
