package coop.roseash.service.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import coop.roseash.contract.outbox.Outbox;
import coop.roseash.model.outbox.OutboxMessage;

/// The outbox table: messages are claimed with a lease, so that a crashed process's come back by themselves.
@ApplicationScoped
class OutboxRepository implements Outbox {
    static final String CHANNEL = "outbox";

    private final EntityManager entities;

    OutboxRepository(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void put(String topic, String key, String json) {
        int added = entities.createNativeQuery("""
                INSERT INTO outbox (topic, message_key, json) VALUES (:topic, :key, :json)
                ON CONFLICT (topic, message_key) DO NOTHING
                """).setParameter("topic", topic).setParameter("key", key).setParameter("json", json).executeUpdate();
        if (added == 1) {
            // PostgreSQL sends equal notifications of one transaction once, at its commit.
            entities.createNativeQuery("SELECT CAST(pg_notify('" + CHANNEL + "', '') AS TEXT)").getSingleResult();
        }
    }

    /// Takes the next due messages for this process until the lease ends.
    @Transactional(TxType.REQUIRES_NEW)
    @SuppressWarnings("unchecked")
    List<OutboxMessage> claim(Collection<String> topics, int limit, Duration lease) {
        List<OutboxMessage> claimed = entities.createNativeQuery("""
                UPDATE outbox SET attempts = attempts + 1, run_at = now() + CAST(:lease AS INTERVAL)
                WHERE id IN (
                    SELECT id FROM outbox
                    WHERE topic IN (:topics) AND run_at <= now() AND done_at IS NULL AND dead_at IS NULL
                    ORDER BY run_at, id LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING *
                """, OutboxMessage.class)
            .setParameter("lease", lease.toMillis() + " milliseconds")
            .setParameter("topics", topics)
            .setParameter("limit", limit)
            .getResultList();
        entities.clear();
        return claimed;
    }

    @Transactional(TxType.REQUIRES_NEW)
    @SuppressWarnings("unchecked")
    List<String> handledBy(long messageId) {
        return entities.createNativeQuery("SELECT handler FROM outbox_handled WHERE message_id = :id", String.class)
            .setParameter("id", messageId)
            .getResultList();
    }

    @Transactional(TxType.REQUIRES_NEW)
    void handled(long messageId, String handler) {
        entities.createNativeQuery("""
                INSERT INTO outbox_handled (message_id, handler) VALUES (:id, :handler) ON CONFLICT DO NOTHING
                """).setParameter("id", messageId).setParameter("handler", handler).executeUpdate();
    }

    /// Only the key is remembered: what was sent may hold links that sign somebody in.
    @Transactional(TxType.REQUIRES_NEW)
    void done(long messageId) {
        entities.createNativeQuery("UPDATE outbox SET done_at = now(), last_error = NULL, json = '' WHERE id = :id")
            .setParameter("id", messageId)
            .executeUpdate();
    }

    @Transactional(TxType.REQUIRES_NEW)
    void failed(long messageId, String error, Duration pause, boolean dead) {
        entities.createNativeQuery("""
                UPDATE outbox SET last_error = :error, run_at = now() + CAST(:pause AS INTERVAL),
                    dead_at = CASE WHEN :dead THEN now() END
                WHERE id = :id AND done_at IS NULL
                """)
            .setParameter("error", error)
            .setParameter("pause", pause.toMillis() + " milliseconds")
            .setParameter("dead", dead)
            .setParameter("id", messageId)
            .executeUpdate();
    }

    /// Gives a claim back untried, for a process that stops.
    @Transactional(TxType.REQUIRES_NEW)
    void giveBack(long messageId) {
        entities.createNativeQuery("""
                UPDATE outbox SET run_at = now(), attempts = attempts - 1 WHERE id = :id AND done_at IS NULL
                """).setParameter("id", messageId).executeUpdate();
    }

    @Transactional(TxType.REQUIRES_NEW)
    int forgetHandledBefore(Instant time) {
        return entities.createNativeQuery("DELETE FROM outbox WHERE done_at < :time")
            .setParameter("time", time)
            .executeUpdate();
    }
}
