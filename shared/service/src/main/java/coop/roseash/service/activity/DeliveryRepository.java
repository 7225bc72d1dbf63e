package coop.roseash.service.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.model.activity.Delivery;
import coop.roseash.model.activity.StoredActivity;

/// What is on its way, to which inbox.
@ApplicationScoped
class DeliveryRepository implements PanacheRepository<Delivery> {
    static final String CHANNEL = "ap_delivery";
    private static final String INBOX_HOST = "lower(substring(inbox from '^https?://([^/]+)'))";

    private final Clock clock;

    DeliveryRepository(Clock clock) {
        this.clock = clock;
    }

    /// One delivery per inbox of those addressed and, if asked, of the actor's followers; shared inboxes once.
    void spread(StoredActivity activity, long actorId, boolean toFollowers, Collection<String> addressed,
            boolean urgent) {
        int added = getEntityManager().createNativeQuery("""
                INSERT INTO ap_delivery (activity_id, inbox, host, object_uri, urgent, created_at)
                SELECT :activity, inbox, %s, :object, :urgent, :now FROM (
                    SELECT DISTINCT coalesce(a.shared_inbox, a.inbox) AS inbox
                    FROM ap_actor a LEFT JOIN ap_host h ON h.host = a.host
                    WHERE a.app IS NULL AND a.gone_at IS NULL AND (h.policy IS NULL OR h.policy = 'OPEN')
                        AND (a.uri IN (:addressed) OR :followers AND a.id IN (
                            SELECT follower_id FROM ap_follow WHERE target_id = :actor AND state = 'ACCEPTED'))) found
                ON CONFLICT DO NOTHING
                """.formatted(INBOX_HOST))
            .setParameter("activity", activity.id)
            .setParameter("object", activity.objectUri == null ? activity.uri : activity.objectUri)
            .setParameter("urgent", urgent)
            .setParameter("now", clock.instant())
            .setParameter("addressed", addressed.isEmpty() ? List.of("") : addressed)
            .setParameter("followers", toFollowers)
            .setParameter("actor", actorId)
            .executeUpdate();
        if (added > 0) {
            getEntityManager().createNativeQuery("""
                    INSERT INTO ap_host (host) SELECT DISTINCT host FROM ap_delivery WHERE activity_id = :activity
                    ON CONFLICT DO NOTHING
                    """).setParameter("activity", activity.id).executeUpdate();
            signal();
        }
    }

    void signal() {
        getEntityManager().createNativeQuery("SELECT CAST(pg_notify('" + CHANNEL + "', '') AS TEXT)").getSingleResult();
    }

    /// The oldest that wait for the host, at most one about each object, so that their order is kept.
    @Transactional(TxType.REQUIRES_NEW)
    List<Delivery> next(String host, int count) {
        Set<String> objects = new HashSet<>();
        return find("host = ?1 and deliveredAt is null order by activityId, id", host).page(0, count * 4)
            .stream()
            .filter(delivery -> objects.add(delivery.objectUri))
            .limit(count)
            .toList();
    }

    @Transactional(TxType.REQUIRES_NEW)
    boolean waits(String host) {
        return count("host = ?1 and deliveredAt is null", host) > 0;
    }

    /// When the next pausing host with something to deliver may be tried again.
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Instant> nextTry() {
        return Optional.ofNullable((Instant) getEntityManager().createNativeQuery("""
                SELECT min(h.ready_at) FROM ap_host h WHERE h.policy = 'OPEN'
                AND EXISTS (SELECT 1 FROM ap_delivery d WHERE d.host = h.host AND d.delivered_at IS NULL)
                """, Instant.class).getSingleResult());
    }

    /// Someone gone no longer follows anyone.
    void dropFollowersAt(String inbox) {
        getEntityManager().createNativeQuery("""
                DELETE FROM ap_follow WHERE follower_id IN (
                    SELECT id FROM ap_actor WHERE app IS NULL AND coalesce(shared_inbox, inbox) = :inbox)
                """).setParameter("inbox", inbox).executeUpdate();
    }

    @Transactional(TxType.REQUIRES_NEW)
    int forgetDeliveredBefore(Instant time) {
        return (int) delete("deliveredAt < ?1", time);
    }
}
