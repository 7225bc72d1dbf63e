package coop.roseash.service.activity;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import coop.roseash.contract.activity.Notification.Kind;
import coop.roseash.contract.activity.Visibility;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.KnownObject;
import coop.roseash.model.activity.Reaction;
import coop.roseash.service.activity.OutgoingActivities.Saying;

/// Likes and boosts by members: counted here, told to the author, and said to the fediverse.
@Singleton
class Reactions {
    private final ReactionRepository reactions;
    private final ActorRepository actors;
    private final NotificationRepository notifications;
    private final TimelineRepository timelines;
    private final OutgoingActivities outgoing;
    private final Clock clock;

    Reactions(ReactionRepository reactions, ActorRepository actors, NotificationRepository notifications,
            TimelineRepository timelines, OutgoingActivities outgoing, Clock clock) {
        this.reactions = reactions;
        this.actors = actors;
        this.notifications = notifications;
        this.timelines = timelines;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    void add(Reaction.Kind kind, KnownActor by, KnownObject object) {
        if (reactions.of(kind, by.id, object.id).isPresent()) {
            return;
        }
        KnownActor author = actors.findById(object.actorId);
        String uri = outgoing.say(by, Saying.about(typeOf(kind), object.uri, audience(kind, by, author)));
        reactions.add(kind, by.id, object.id, uri, clock.instant());
        notifications.tell(author, Kind.valueOf(kind.name()), by, object.id);
    }

    void takeBack(Reaction.Kind kind, KnownActor by, KnownObject object) {
        Reaction reaction = reactions.of(kind, by.id, object.id).orElse(null);
        if (reaction == null) {
            return;
        }
        KnownActor author = actors.findById(object.actorId);
        ObjectNode undone = JsonNodeFactory.instance.objectNode()
            .put("id", reaction.uri)
            .put("type", typeOf(kind))
            .put("actor", by.uri)
            .put("object", object.uri);
        outgoing.say(by, new Saying("Undo", undone, object.uri, audience(kind, by, author)));
        reactions.delete(reaction);
        notifications.takeBack(author, Kind.valueOf(kind.name()), by, object.id);
        if (kind == Reaction.Kind.BOOST) {
            timelines.forgetBoost(object.id, by.id);
        }
    }

    /// A like is between two; a boost is for everyone.
    private static Addressing audience(Reaction.Kind kind, KnownActor by, KnownActor author) {
        return kind == Reaction.Kind.LIKE
                ? Addressing.to(author.uri)
                : Addressing.of(Visibility.PUBLIC, by, List.of(author.uri));
    }

    private static String typeOf(Reaction.Kind kind) {
        return kind == Reaction.Kind.LIKE ? "Like" : "Announce";
    }
}
