package coop.roseash.service.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.activity.Actor;
import coop.roseash.contract.activity.Follows;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.activity.Follow;
import coop.roseash.model.activity.KnownActor;

/// Members' following: among ourselves at once, of others by asking their server.
@ApplicationScoped
class FollowService implements Follows {
    private final FollowRepository follows;
    private final ActorRepository actors;
    private final ObjectRepository objects;
    private final LocalActors local;
    private final FollowEffects effects;
    private final ActorViews views;

    FollowService(FollowRepository follows, ActorRepository actors, ObjectRepository objects, LocalActors local,
            FollowEffects effects, ActorViews views) {
        this.follows = follows;
        this.actors = actors;
        this.objects = objects;
        this.local = local;
        this.effects = effects;
        this.views = views;
    }

    @Override
    @Transactional
    public FollowOutcome follow(long memberId, long actorId) {
        KnownActor follower = local.member(memberId);
        KnownActor target = actors.findById(actorId);
        if (target == null || target.goneAt != null) {
            return new FollowOutcome.UnknownActor();
        }
        if (follower.memberId != null && follower.memberId.equals(target.memberId)) {
            return new FollowOutcome.Yourself();
        }
        return target.isLocal() ? effects.followHere(follower, target) : effects.ask(follower, target);
    }

    @Override
    @Transactional
    public void unfollow(long memberId, long actorId) {
        KnownActor follower = local.member(memberId);
        Follow follow = follows.between(follower.id, actorId).orElse(null);
        if (follow != null) {
            effects.stop(follower, actors.findById(actorId), follow);
        }
    }

    @Override
    @Transactional
    public Relation relation(@Nullable Long memberId, long actorId) {
        if (memberId == null) {
            return Relation.NONE;
        }
        KnownActor target = actors.findById(actorId);
        if (target != null && memberId.equals(target.memberId)) {
            return Relation.SELF;
        }
        return follows.between(local.member(memberId).id, actorId)
            .map(follow -> follow.state == Follow.State.ACCEPTED ? Relation.FOLLOWING : Relation.REQUESTED)
            .orElse(Relation.NONE);
    }

    @Override
    @Transactional
    public Counts counts(long actorId) {
        return new Counts(follows.countFollowers(actorId), follows.countFollowing(actorId),
                objects.count("actorId = ?1 and deletedAt is null and visibility in ('PUBLIC', 'UNLISTED')", actorId));
    }

    @Override
    @Transactional
    public Page<Actor> followers(long actorId, PageRequest request) {
        return Page.of(follows.followers(actorId, request), request).map(views::of);
    }

    @Override
    @Transactional
    public Page<Actor> following(long actorId, PageRequest request) {
        return Page.of(follows.following(actorId, request), request).map(views::of);
    }
}
