package coop.roseash.service.cart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.persistence.EntityManager;

/// Takes rows whose time has come, so that no other process works on them; all their tables have `due_at` and
/// `leased_until`.
enum DueRows {
    ATTEMPTS("payment_attempts"), REFUNDS("payment_refunds");

    private final String claim;

    DueRows(String table) {
        this.claim = """
                UPDATE %1$s SET leased_until = :until WHERE id IN (
                    SELECT id FROM %1$s
                    WHERE due_at <= :now AND (leased_until IS NULL OR leased_until <= :now)
                    ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING id""".formatted(table);
    }

    /// The ids of what is this process' own until the lease ends.
    @SuppressWarnings("unchecked")
    List<Long> claim(EntityManager database, Instant now, Duration lease, int limit) {
        List<Number> ids = database.createNativeQuery(claim)
            .setParameter("until", now.plus(lease))
            .setParameter("now", now)
            .setParameter("limit", limit)
            .getResultList();
        return ids.stream().map(Number::longValue).toList();
    }
}
