package coop.roseash.service.activity;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import coop.roseash.contract.activity.Notification.Kind;
import coop.roseash.contract.activity.Visibility;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.KnownObject;
import coop.roseash.model.activity.Reaction;
import coop.roseash.service.activity.json.Document;

/// Others like and boost; a boost by someone one of ours follows also brings notes of third servers here.
@Singleton
class ReactionHandler implements IncomingHandler {
    private final ReactionRepository reactions;
    private final ObjectRepository objects;
    private final ActorRepository actors;
    private final BoostedNotes boosted;
    private final TimelineRepository timelines;
    private final NotificationRepository notifications;
    private final Clock clock;

    ReactionHandler(ReactionRepository reactions, ObjectRepository objects, ActorRepository actors,
            BoostedNotes boosted,
            TimelineRepository timelines, NotificationRepository notifications, Clock clock) {
        this.reactions = reactions;
        this.objects = objects;
        this.actors = actors;
        this.boosted = boosted;
        this.timelines = timelines;
        this.notifications = notifications;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return Set.of("Like", "Announce");
    }

    @Override
    public void prepare(Incoming incoming) {
        if (incoming.activity().is("Announce")) {
            incoming.activity().reference("object").ifPresent(uri -> boosted.bring(uri, incoming.actor()));
        }
    }

    @Override
    public void apply(Incoming incoming) {
        boolean like = incoming.activity().is("Like");
        Optional<KnownObject> object = objects.byUri(incoming.activity().reference("object").orElse(null))
            .filter(known -> known.deletedAt == null && Visibility.valueOf(known.visibility).isPublic());
        object.ifPresent(known -> react(like ? Reaction.Kind.LIKE : Reaction.Kind.BOOST, known, incoming));
    }

    private void react(Reaction.Kind kind, KnownObject object, Incoming incoming) {
        KnownActor by = incoming.actor();
        String uri = uriOf(incoming.activity(), by, object);
        if (!reactions.add(kind, by.id, object.id, uri, clock.instant())) {
            return;
        }
        notifications.tell(actors.findById(object.actorId), Kind.valueOf(kind.name()), by, object.id);
        if (kind == Reaction.Kind.BOOST) {
            timelines.fanOut(object.id, by.id, by.id, clock.instant());
        }
    }

    private static String uriOf(Document activity, KnownActor by, KnownObject object) {
        return activity.id().orElse(by.uri + "#" + activity.type() + "/" + object.id);
    }
}
