package coop.roseash.service.activity;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;

/// Members' home timelines: rows written once per object and member.
@ApplicationScoped
class TimelineRepository {
    private final EntityManager entities;

    TimelineRepository(EntityManager entities) {
        this.entities = entities;
    }

    void put(long memberId, long objectId, Instant sortedAt) {
        entities.createNativeQuery("""
                INSERT INTO ap_timeline (member_id, object_id, sorted_at) VALUES (:member, :object, :at)
                ON CONFLICT DO NOTHING
                """)
            .setParameter("member", memberId)
            .setParameter("object", objectId)
            .setParameter("at", sortedAt)
            .executeUpdate();
    }

    /// Puts it before every member who follows the actor; in a boost the actor is not the author.
    void fanOut(long objectId, long followedId, @Nullable Long boostedBy, Instant sortedAt) {
        entities.createNativeQuery("""
                INSERT INTO ap_timeline (member_id, object_id, boosted_by, sorted_at)
                SELECT DISTINCT a.member_id, CAST(:object AS BIGINT), CAST(:boosted AS BIGINT), CAST(:at AS TIMESTAMPTZ)
                FROM ap_follow f JOIN ap_actor a ON a.id = f.follower_id
                WHERE f.target_id = :followed AND f.state = 'ACCEPTED' AND a.member_id IS NOT NULL
                ON CONFLICT DO NOTHING
                """)
            .setParameter("object", objectId)
            .setParameter("boosted", boostedBy)
            .setParameter("at", sortedAt)
            .setParameter("followed", followedId)
            .executeUpdate();
    }

    /// The newest notes of someone just followed, so that the timeline is not empty of them.
    void backfill(long memberId, long followedId, int count) {
        entities.createNativeQuery("""
                INSERT INTO ap_timeline (member_id, object_id, sorted_at)
                SELECT :member, id, published FROM ap_object
                WHERE actor_id = :followed AND deleted_at IS NULL AND visibility IN ('PUBLIC', 'UNLISTED')
                ORDER BY published DESC, id DESC LIMIT :count
                ON CONFLICT DO NOTHING
                """)
            .setParameter("member", memberId)
            .setParameter("followed", followedId)
            .setParameter("count", count)
            .executeUpdate();
    }

    /// Takes away what came only from someone no longer followed.
    void forget(long memberId, long actorId) {
        entities.createNativeQuery("""
                DELETE FROM ap_timeline t USING ap_object o
                WHERE o.id = t.object_id AND t.member_id = :member
                    AND (t.boosted_by = :actor OR t.boosted_by IS NULL AND o.actor_id = :actor)
                """).setParameter("member", memberId).setParameter("actor", actorId).executeUpdate();
    }

    void forgetBoost(long objectId, long actorId) {
        entities.createNativeQuery("DELETE FROM ap_timeline WHERE object_id = :object AND boosted_by = :actor")
            .setParameter("object", objectId)
            .setParameter("actor", actorId)
            .executeUpdate();
    }
}
