package coop.roseash.service.activity;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.activity.Notification.Kind;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.MemberNotification;

/// What members should hear of: the same thing once, and nothing of one's own doing.
@ApplicationScoped
class NotificationRepository implements PanacheRepository<MemberNotification> {
    private final Clock clock;

    NotificationRepository(Clock clock) {
        this.clock = clock;
    }

    /// @param about whose it concerns; nothing happens unless it is a member
    void tell(KnownActor about, Kind kind, KnownActor by, @Nullable Long objectId) {
        if (about.memberId == null || about.memberId.equals(by.memberId)) {
            return;
        }
        getEntityManager().createNativeQuery("""
                INSERT INTO ap_notification (member_id, kind, actor_id, object_id, created_at)
                VALUES (:member, :kind, :actor, :object, :now) ON CONFLICT DO NOTHING
                """)
            .setParameter("member", about.memberId)
            .setParameter("kind", kind.name())
            .setParameter("actor", by.id)
            .setParameter("object", objectId)
            .setParameter("now", clock.instant())
            .executeUpdate();
    }

    void takeBack(KnownActor about, Kind kind, KnownActor by, @Nullable Long objectId) {
        if (about.memberId != null) {
            delete("memberId = ?1 and kind = ?2 and actorId = ?3 and (objectId = ?4 or objectId is null)",
                    about.memberId,
                    kind.name(), by.id, objectId);
        }
    }

    void read(long memberId, Instant now) {
        update("readAt = ?1 where memberId = ?2 and readAt is null", now, memberId);
    }
}
