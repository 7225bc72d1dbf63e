package coop.roseash.service.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.activity.Follow;
import coop.roseash.model.activity.KnownActor;

/// Who follows whom.
@ApplicationScoped
class FollowRepository implements PanacheRepository<Follow> {
    Optional<Follow> between(long followerId, long targetId) {
        return find("followerId = ?1 and targetId = ?2", followerId, targetId).firstResultOptional();
    }

    /// @return whether it is new, or was only asked for before
    boolean add(long followerId, long targetId, String uri, Follow.State state, Instant now) {
        return getEntityManager().createNativeQuery("""
                INSERT INTO ap_follow (follower_id, target_id, uri, state, created_at)
                VALUES (:follower, :target, :uri, :state, :now)
                ON CONFLICT (follower_id, target_id) DO UPDATE SET uri = excluded.uri, state = excluded.state
                WHERE ap_follow.state = 'REQUESTED'
                """)
            .setParameter("follower", followerId)
            .setParameter("target", targetId)
            .setParameter("uri", uri)
            .setParameter("state", state.name())
            .setParameter("now", now)
            .executeUpdate() > 0;
    }

    boolean remove(long followerId, long targetId) {
        return delete("followerId = ?1 and targetId = ?2", followerId, targetId) > 0;
    }

    void removeAllOf(long actorId) {
        delete("followerId = ?1 or targetId = ?1", actorId);
    }

    List<KnownActor> followers(long actorId, PageRequest request) {
        return page("""
                select a from Follow f join KnownActor a on a.id = f.followerId
                where f.targetId = :actor and f.state = ACCEPTED and a.goneAt is null order by f.id desc
                """, actorId, request);
    }

    List<KnownActor> following(long actorId, PageRequest request) {
        return page("""
                select a from Follow f join KnownActor a on a.id = f.targetId
                where f.followerId = :actor and f.state = ACCEPTED and a.goneAt is null order by f.id desc
                """, actorId, request);
    }

    long countFollowers(long actorId) {
        return count("targetId = ?1 and state = ?2", actorId, Follow.State.ACCEPTED);
    }

    long countFollowing(long actorId) {
        return count("followerId = ?1 and state = ?2", actorId, Follow.State.ACCEPTED);
    }

    boolean hasLocalFollower(long actorId) {
        return !getEntityManager().createQuery("""
                select 1 from Follow f join KnownActor a on a.id = f.followerId
                where f.targetId = :actor and f.state = ACCEPTED and a.memberId is not null
                """, Integer.class).setParameter("actor", actorId).setMaxResults(1).getResultList().isEmpty();
    }

    private List<KnownActor> page(String query, long actorId, PageRequest request) {
        return getEntityManager().createQuery(query, KnownActor.class)
            .setParameter("actor", actorId)
            .setFirstResult(request.offset())
            .setMaxResults(request.size() + 1)
            .getResultList();
    }
}
