package coop.roseash.service.activity;

import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import coop.roseash.model.activity.Follow;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.service.activity.json.Document;

/// Others follow ours, and answer when ours follow them.
@Singleton
class FollowHandler implements IncomingHandler {
    private final FollowRepository follows;
    private final ActorRepository actors;
    private final LocalActors local;
    private final FollowEffects effects;

    FollowHandler(FollowRepository follows, ActorRepository actors, LocalActors local, FollowEffects effects) {
        this.follows = follows;
        this.actors = actors;
        this.local = local;
        this.effects = effects;
    }

    @Override
    public Set<String> types() {
        return Set.of("Follow", "Accept", "Reject");
    }

    @Override
    public void apply(Incoming incoming) {
        Document activity = incoming.activity();
        switch (activity.type()) {
            case "Follow" -> activity.reference("object")
                .flatMap(local::at)
                .filter(target -> !"Application".equals(target.type))
                .ifPresent(target -> effects.followedFromElsewhere(incoming.actor(), target, uriOf(incoming, target)));
            case "Accept" -> asked(incoming).ifPresent(
                    follow -> effects.accepted(follow, actors.findById(follow.followerId), incoming.actor()));
            default -> asked(incoming).ifPresent(follows::delete);
        }
    }

    /// The follow that is answered, if it was one of this actor.
    private Optional<Follow> asked(Incoming incoming) {
        Document activity = incoming.activity();
        Optional<Follow> byUri = activity.reference("object")
            .flatMap(uri -> follows.find("uri", uri).firstResultOptional());
        return byUri.or(() -> activity.object("object")
            .flatMap(follow -> follow.reference("actor"))
            .flatMap(local::at)
            .flatMap(follower -> follows.between(follower.id, incoming.actor().id)))
            .filter(follow -> follow.targetId.equals(incoming.actor().id));
    }

    private static String uriOf(Incoming incoming, KnownActor target) {
        return incoming.activity().id().orElse(incoming.actor().uri + "#follows/" + target.id);
    }
}
