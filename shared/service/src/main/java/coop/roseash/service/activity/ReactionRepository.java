package coop.roseash.service.activity;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.model.activity.Reaction;

/// Likes and boosts, one of each per actor and object.
@ApplicationScoped
class ReactionRepository implements PanacheRepository<Reaction> {
    /// @return whether it is new
    boolean add(Reaction.Kind kind, long actorId, long objectId, String uri, Instant now) {
        return getEntityManager().createNativeQuery("""
                INSERT INTO ap_reaction (kind, actor_id, object_id, uri, created_at)
                VALUES (:kind, :actor, :object, :uri, :now) ON CONFLICT DO NOTHING
                """)
            .setParameter("kind", kind.name())
            .setParameter("actor", actorId)
            .setParameter("object", objectId)
            .setParameter("uri", uri)
            .setParameter("now", now)
            .executeUpdate() > 0;
    }

    Optional<Reaction> of(Reaction.Kind kind, long actorId, long objectId) {
        return find("kind = ?1 and actorId = ?2 and objectId = ?3", kind, actorId, objectId).firstResultOptional();
    }

    Optional<Reaction> byUri(String uri, long actorId) {
        return find("uri = ?1 and actorId = ?2", uri, actorId).firstResultOptional();
    }
}
