package coop.roseash.service.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.model.activity.StoredActivity;

/// The activities of both directions, and the claiming of those that wait.
@ApplicationScoped
class ActivityRepository implements PanacheRepository<StoredActivity> {
    static final String CHANNEL = "ap_activities";

    long nextId() {
        return ((Number) getEntityManager().createNativeQuery("SELECT nextval('ap_activity_id')").getSingleResult())
            .longValue();
    }

    /// Wakes the processors once the caller's transaction commits.
    void signal() {
        getEntityManager().createNativeQuery("SELECT CAST(pg_notify('" + CHANNEL + "', '') AS TEXT)").getSingleResult();
    }

    /// Stores what came in unless it came before, in one statement.
    ///
    /// @return whether it is new
    @Transactional(TxType.REQUIRES_NEW)
    boolean takeIn(StoredActivity activity, byte[] digest) {
        int stored = getEntityManager()
            .createNativeQuery(
                    """
                            WITH fresh AS (
                                INSERT INTO ap_seen (digest, seen_at) VALUES (:digest, :now) ON CONFLICT DO NOTHING RETURNING 1)
                            INSERT INTO ap_activities (id, direction, uri, actor_uri, type, object_uri, body, via, run_at, created_at)
                            SELECT nextval('ap_activity_id'), 'IN', :uri, :actor, :type, :object, :body, :via, :now, :now FROM fresh
                            """)
            .setParameter("digest", digest)
            .setParameter("now", activity.createdAt)
            .setParameter("uri", activity.uri)
            .setParameter("actor", activity.actorUri)
            .setParameter("type", activity.type)
            .setParameter("object", activity.objectUri)
            .setParameter("body", activity.body)
            .setParameter("via", activity.via)
            .executeUpdate();
        if (stored > 0) {
            signal();
        }
        return stored > 0;
    }

    /// Takes the next due ones for this process until the lease ends.
    @Transactional(TxType.REQUIRES_NEW)
    @SuppressWarnings("unchecked")
    List<Long> claim(int limit, Instant now, Duration lease) {
        return getEntityManager().createNativeQuery("""
                UPDATE ap_activities SET leased_until = :until, attempts = attempts + 1
                WHERE state = 'READY' AND id IN (
                    SELECT id FROM ap_activities
                    WHERE state = 'READY' AND run_at <= :now AND (leased_until IS NULL OR leased_until < :now)
                    ORDER BY run_at, id LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING id
                """, Long.class)
            .setParameter("until", now.plus(lease))
            .setParameter("now", now)
            .setParameter("limit", limit)
            .getResultList();
    }

    /// The row, locked, if it still waits; its effects and its `done` commit together.
    Optional<StoredActivity> lockReady(long id) {
        return find("id = ?1 and state = ?2", id, StoredActivity.State.READY).withLock(LockModeType.PESSIMISTIC_WRITE)
            .firstResultOptional();
    }

    @Transactional(TxType.REQUIRES_NEW)
    Optional<StoredActivity> look(long id) {
        return findByIdOptional(id);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void failed(long id, String error, Instant runAt, boolean dead) {
        update("lastError = ?1, runAt = ?2, leasedUntil = null, state = ?3 where id = ?4 and state = ?5", error, runAt,
                dead ? StoredActivity.State.DEAD : StoredActivity.State.READY, id, StoredActivity.State.READY);
    }

    /// Gives a claim back untried, for a process that stops.
    @Transactional(TxType.REQUIRES_NEW)
    void giveBack(long id) {
        update("leasedUntil = null, attempts = attempts - 1 where id = ?1 and state = ?2", id,
                StoredActivity.State.READY);
    }

    @Transactional(TxType.REQUIRES_NEW)
    int forgetSeenBefore(Instant time) {
        return getEntityManager().createNativeQuery("DELETE FROM ap_seen WHERE seen_at < :time")
            .setParameter("time", time)
            .executeUpdate();
    }
}
