package coop.roseash.service.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import coop.roseash.model.activity.KnownHost;

/// Other servers: policy, health, and who of our processes delivers to them now.
@ApplicationScoped
class HostRepository implements PanacheRepositoryBase<KnownHost, String> {
    boolean isBlocked(String host) {
        return count("host = ?1 and policy = ?2", host, KnownHost.Policy.BLOCKED) > 0;
    }

    void know(String host) {
        getEntityManager().createNativeQuery("INSERT INTO ap_host (host) VALUES (:host) ON CONFLICT DO NOTHING")
            .setParameter("host", host)
            .executeUpdate();
    }

    /// Takes hosts with something to deliver that no other process serves; urgent, untried deliveries do not wait for
    /// a host that pauses.
    @Transactional(TxType.REQUIRES_NEW)
    @SuppressWarnings("unchecked")
    List<String> lease(int limit, Instant now, Duration lease) {
        return getEntityManager().createNativeQuery("""
                UPDATE ap_host SET leased_until = :until WHERE host IN (
                    SELECT h.host FROM ap_host h
                    WHERE h.policy = 'OPEN' AND (h.leased_until IS NULL OR h.leased_until < :now)
                        AND (h.ready_at <= :now
                            AND EXISTS (SELECT 1 FROM ap_delivery d WHERE d.host = h.host AND d.delivered_at IS NULL)
                          OR EXISTS (SELECT 1 FROM ap_delivery d WHERE d.host = h.host AND d.delivered_at IS NULL
                            AND d.urgent AND d.attempts = 0))
                    ORDER BY h.ready_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING host
                """, String.class)
            .setParameter("until", now.plus(lease))
            .setParameter("now", now)
            .setParameter("limit", limit)
            .getResultList();
    }

    @Transactional(TxType.REQUIRES_NEW)
    void extend(String host, Instant until) {
        update("leasedUntil = ?1 where host = ?2", until, host);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void free(String host) {
        update("leasedUntil = null where host = ?1", host);
    }

    @Transactional(TxType.REQUIRES_NEW)
    boolean isReady(String host, Instant now) {
        return count("host = ?1 and readyAt <= ?2 and policy = ?3", host, now, KnownHost.Policy.OPEN) > 0;
    }

    void succeeded(String host, Instant now) {
        update("failures = 0, state = ?1, lastSuccessAt = ?2, lastError = null where host = ?3", KnownHost.State.ALIVE,
                now,
                host);
    }

    /// A host that sends valid traffic lives, whatever our deliveries found.
    void heardFrom(String host, Instant now) {
        update("failures = 0, state = ?1, readyAt = ?2 where host = ?3 and state <> ?1", KnownHost.State.ALIVE, now,
                host);
    }
}
