package coop.roseash.contract.activity;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Who follows whom.
public interface Follows {
    FollowOutcome follow(long memberId, long actorId);

    void unfollow(long memberId, long actorId);

    Relation relation(@Nullable Long memberId, long actorId);

    Counts counts(long actorId);

    Page<Actor> followers(long actorId, PageRequest request);

    Page<Actor> following(long actorId, PageRequest request);

    enum Relation {
        NONE, REQUESTED, FOLLOWING, SELF
    }

    record Counts(long followers, long following, long notes) {}

    sealed interface FollowOutcome {
        record Following() implements FollowOutcome {}

        /// Asked; the other server has still to accept.
        record Requested() implements FollowOutcome {}

        record Yourself() implements FollowOutcome {}

        record UnknownActor() implements FollowOutcome {}
    }
}
