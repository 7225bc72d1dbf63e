package coop.roseash.service.activity;

import java.time.Clock;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import coop.roseash.contract.activity.Follows.FollowOutcome;
import coop.roseash.contract.activity.Notification.Kind;
import coop.roseash.model.activity.Follow;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.service.activity.OutgoingActivities.Saying;

/// What a follow and its end change: the row, the timeline, the notification, and what is said to other servers.
@Singleton
class FollowEffects {
    private static final int BACKFILL = 20;

    private final FollowRepository follows;
    private final TimelineRepository timelines;
    private final NotificationRepository notifications;
    private final OutgoingActivities outgoing;
    private final Clock clock;

    FollowEffects(FollowRepository follows, TimelineRepository timelines, NotificationRepository notifications,
            OutgoingActivities outgoing, Clock clock) {
        this.follows = follows;
        this.timelines = timelines;
        this.notifications = notifications;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    /// Between two of ours no server has to be asked.
    FollowOutcome followHere(KnownActor follower, KnownActor target) {
        String uri = follower.uri + "#follows/" + target.id;
        if (follows.add(follower.id, target.id, uri, Follow.State.ACCEPTED, clock.instant())) {
            backfill(follower, target);
            notifications.tell(target, Kind.FOLLOW, follower, null);
        }
        return new FollowOutcome.Following();
    }

    FollowOutcome ask(KnownActor follower, KnownActor target) {
        Follow known = follows.between(follower.id, target.id).orElse(null);
        if (known != null && known.state == Follow.State.ACCEPTED) {
            return new FollowOutcome.Following();
        }
        String uri = outgoing.say(follower, Saying.about("Follow", target.uri, Addressing.to(target.uri)));
        follows.add(follower.id, target.id, uri, Follow.State.REQUESTED, clock.instant());
        return new FollowOutcome.Requested();
    }

    /// The other server said yes.
    void accepted(Follow follow, KnownActor follower, KnownActor target) {
        if (follow.state == Follow.State.REQUESTED) {
            follow.state = Follow.State.ACCEPTED;
            backfill(follower, target);
        }
    }

    /// Somebody of another server follows one of ours; answered even when they did already, since they ask again when
    /// they lost our answer.
    void followedFromElsewhere(KnownActor follower, KnownActor target, String uri) {
        if (follows.add(follower.id, target.id, uri, Follow.State.ACCEPTED, clock.instant())) {
            notifications.tell(target, Kind.FOLLOW, follower, null);
        }
        outgoing.say(target,
                new Saying("Accept", follow(uri, follower, target), follower.uri, Addressing.to(follower.uri)));
    }

    void stop(KnownActor follower, KnownActor target, Follow follow) {
        follows.delete(follow);
        if (follower.memberId != null) {
            timelines.forget(follower.memberId, target.id);
        }
        notifications.takeBack(target, Kind.FOLLOW, follower, null);
        if (follower.isLocal() && !target.isLocal()) {
            outgoing.say(follower, new Saying("Undo", follow(follow.uri, follower, target), target.uri,
                    Addressing.to(target.uri)));
        }
    }

    private void backfill(KnownActor follower, KnownActor target) {
        if (follower.memberId != null) {
            timelines.backfill(follower.memberId, target.id, BACKFILL);
        }
    }

    private static ObjectNode follow(String uri, KnownActor follower, KnownActor target) {
        return JsonNodeFactory.instance.objectNode()
            .put("id", uri)
            .put("type", "Follow")
            .put("actor", follower.uri)
            .put("object", target.uri);
    }
}
