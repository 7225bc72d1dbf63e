package coop.roseash.service.provider;

import java.time.Clock;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.provider.AuditLog;
import coop.roseash.model.provider.AuditEntity;

/// Writes the log in a transaction of its own.
@ApplicationScoped
class AuditWriter implements AuditLog {
    private static final int LONGEST = 500;
    private final AuditRepository log;
    private final Clock clock;

    AuditWriter(AuditRepository log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void note(Entry entry) {
        AuditEntity line = new AuditEntity();
        line.at = clock.instant();
        line.kind = entry.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        line.memberId = entry.memberId();
        line.clientId = entry.clientId();
        line.address = entry.address();
        line.detail = entry.detail().substring(0, Math.min(LONGEST, entry.detail().length()));
        log.persist(line);
    }
}
