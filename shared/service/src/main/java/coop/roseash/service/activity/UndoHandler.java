package coop.roseash.service.activity;

import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import coop.roseash.contract.activity.Notification.Kind;
import coop.roseash.model.activity.Follow;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.KnownObject;
import coop.roseash.model.activity.Reaction;
import coop.roseash.service.activity.json.Document;

/// Others take back a follow, a like or a boost; only their own, since it is looked up among what they did.
@Singleton
class UndoHandler implements IncomingHandler {
    private final FollowRepository follows;
    private final ReactionRepository reactions;
    private final ActorRepository actors;
    private final ObjectRepository objects;
    private final LocalActors local;
    private final FollowEffects effects;
    private final TimelineRepository timelines;
    private final NotificationRepository notifications;

    UndoHandler(FollowRepository follows, ReactionRepository reactions, ActorRepository actors,
            ObjectRepository objects,
            LocalActors local, FollowEffects effects, TimelineRepository timelines,
            NotificationRepository notifications) {
        this.follows = follows;
        this.reactions = reactions;
        this.actors = actors;
        this.objects = objects;
        this.local = local;
        this.effects = effects;
        this.timelines = timelines;
        this.notifications = notifications;
    }

    @Override
    public Set<String> types() {
        return Set.of("Undo");
    }

    @Override
    public void apply(Incoming incoming) {
        KnownActor by = incoming.actor();
        String uri = incoming.activity().reference("object").orElse("");
        Optional<Document> undone = incoming.activity().object("object");
        Optional<Follow> follow = follows.find("uri = ?1 and followerId = ?2", uri, by.id)
            .<Follow>firstResultOptional()
            .or(() -> undone.filter(each -> each.is("Follow")).flatMap(each -> followOf(each, by)));
        if (follow.isPresent()) {
            effects.stop(by, actors.findById(follow.get().targetId), follow.get());
            return;
        }
        reactions.byUri(uri, by.id)
            .or(() -> undone.flatMap(each -> reactionOf(each, by)))
            .ifPresent(reaction -> takeBack(reaction, by));
    }

    private Optional<Follow> followOf(Document undone, KnownActor by) {
        return undone.reference("object").flatMap(local::at).flatMap(target -> follows.between(by.id, target.id));
    }

    private Optional<Reaction> reactionOf(Document undone, KnownActor by) {
        Optional<KnownObject> object = objects.byUri(undone.reference("object").orElse(null));
        return switch (undone.type()) {
            case "Like" -> object.flatMap(known -> reactions.of(Reaction.Kind.LIKE, by.id, known.id));
            case "Announce" -> object.flatMap(known -> reactions.of(Reaction.Kind.BOOST, by.id, known.id));
            default -> Optional.empty();
        };
    }

    private void takeBack(Reaction reaction, KnownActor by) {
        KnownObject object = objects.findById(reaction.objectId);
        reactions.delete(reaction);
        notifications.takeBack(actors.findById(object.actorId), Kind.valueOf(reaction.kind.name()), by, object.id);
        if (reaction.kind == Reaction.Kind.BOOST) {
            timelines.forgetBoost(object.id, by.id);
        }
    }
}
