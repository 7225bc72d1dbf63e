package coop.roseash.service.activity;

import java.util.Set;

import jakarta.inject.Singleton;

import coop.roseash.contract.activity.Notification.Kind;
import coop.roseash.contract.activity.Visibility;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.KnownObject;
import coop.roseash.model.activity.StoredActivity;
import coop.roseash.service.activity.json.Document;

/// Brings an outgoing activity to everyone it is for: a delivery for each inbox elsewhere, a row for each of ours.
@Singleton
class FanOut {
    private static final Set<String> URGENT = Set.of("Follow", "Accept", "Reject");

    private final DeliveryRepository deliveries;
    private final ActorRepository actors;
    private final ObjectRepository objects;
    private final TimelineRepository timelines;
    private final NotificationRepository notifications;

    FanOut(DeliveryRepository deliveries, ActorRepository actors, ObjectRepository objects,
            TimelineRepository timelines,
            NotificationRepository notifications) {
        this.deliveries = deliveries;
        this.actors = actors;
        this.objects = objects;
        this.timelines = timelines;
        this.notifications = notifications;
    }

    void apply(StoredActivity activity) {
        KnownActor actor = actors.byUri(activity.actorUri).orElseThrow();
        Set<String> recipients = Addressing.of(Document.parse(activity.body)).all();
        boolean toFollowers = actor.followers != null && recipients.contains(actor.followers);
        deliveries.spread(activity, actor.id, toFollowers, recipients, URGENT.contains(activity.type));
        objects.byUri(activity.objectUri)
            .filter(object -> object.deletedAt == null)
            .ifPresent(object -> here(activity, actor, object));
    }

    private void here(StoredActivity activity, KnownActor actor, KnownObject object) {
        switch (activity.type) {
            case "Create" -> {
                if (!object.visibility.equals(Visibility.DIRECT.name())) {
                    timelines.fanOut(object.id, actor.id, null, object.published);
                }
                tell(actor, object);
            }
            case "Announce" -> timelines.fanOut(object.id, actor.id, actor.id, activity.createdAt);
            default -> {
                // Nothing of ours shows the rest.
            }
        }
    }

    private void tell(KnownActor author, KnownObject note) {
        KnownObject answered = objects.byUri(note.inReplyTo).orElse(null);
        if (answered != null) {
            notifications.tell(actors.findById(answered.actorId), Kind.REPLY, author, note.id);
        }
        actors.byUris(objects.mentionedUris(note.id))
            .stream()
            .filter(actor -> answered == null || !actor.id.equals(answered.actorId))
            .forEach(actor -> notifications.tell(actor, Kind.MENTION, author, note.id));
    }
}
