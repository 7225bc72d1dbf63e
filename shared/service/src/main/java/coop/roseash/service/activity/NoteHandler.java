package coop.roseash.service.activity;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import coop.roseash.contract.activity.Notification.Kind;
import coop.roseash.contract.activity.Visibility;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.KnownObject;
import coop.roseash.service.activity.json.Document;

/// Notes of others: what concerns one of ours is kept, changed and deleted as their authors say, and by no one else.
@Singleton
class NoteHandler implements IncomingHandler {
    private final RemoteObjects remote;
    private final ObjectRepository objects;
    private final ActorRepository actors;
    private final FollowRepository follows;
    private final TimelineRepository timelines;
    private final NotificationRepository notifications;
    private final Clock clock;

    NoteHandler(RemoteObjects remote, ObjectRepository objects, ActorRepository actors, FollowRepository follows,
            TimelineRepository timelines, NotificationRepository notifications, Clock clock) {
        this.remote = remote;
        this.objects = objects;
        this.actors = actors;
        this.follows = follows;
        this.timelines = timelines;
        this.notifications = notifications;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return Set.of("Create", "Update", "Delete");
    }

    @Override
    public void apply(Incoming incoming) {
        switch (incoming.activity().type()) {
            case "Create" -> incoming.activity().object("object").ifPresent(object -> create(object, incoming.actor()));
            case "Update" -> incoming.activity().object("object").ifPresent(object -> update(object, incoming.actor()));
            default -> incoming.activity().reference("object").ifPresent(uri -> delete(uri, incoming.actor()));
        }
    }

    private void create(Document document, KnownActor author) {
        if (!remote.isAcceptable(document, author) || objects.byUri(document.id().orElse(null)).isPresent()) {
            return;
        }
        Map<Long, KnownActor> mentioned = remote.mentioned(document);
        Optional<KnownObject> answered = objects.byUri(document.reference("inReplyTo").orElse(null));
        boolean named = mentioned.values().stream().anyMatch(KnownActor::isLocal);
        boolean answersOurs = answered.filter(object -> object.app != null).isPresent();
        if (!named && !answersOurs && !follows.hasLocalFollower(author.id)) {
            return;
        }
        KnownObject note = remote.keep(document, author);
        if (!note.visibility.equals(Visibility.DIRECT.name())) {
            timelines.fanOut(note.id, author.id, null, note.published);
        }
        answered.ifPresent(
                object -> notifications.tell(actors.findById(object.actorId), Kind.REPLY, author, note.id));
        mentioned.values()
            .stream()
            .filter(actor -> answered.filter(object -> object.actorId.equals(actor.id)).isEmpty())
            .forEach(actor -> notifications.tell(actor, Kind.MENTION, author, note.id));
    }

    private void update(Document document, KnownActor author) {
        objects.byUri(document.id().orElse(null))
            .filter(object -> object.deletedAt == null && object.actorId.equals(author.id))
            .filter(object -> remote.isAcceptable(document, author))
            .ifPresent(object -> remote.change(object, document));
    }

    private void delete(String uri, KnownActor author) {
        if (uri.equals(author.uri)) {
            follows.removeAllOf(author.id);
            actors.gone(uri, clock.instant());
            return;
        }
        Optional<KnownObject> known = objects.byUri(uri);
        if (known.isPresent() && known.get().actorId.equals(author.id) && known.get().deletedAt == null) {
            objects.bury(known.get(), author.uri, clock.instant());
        } else if (known.isEmpty() && Document.authority(uri).equals(Document.authority(author.uri))) {
            objects.tombstone(uri, author.uri, clock.instant());
        }
    }
}
