package coop.roseash.service.activity;

import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jspecify.annotations.Nullable;

import coop.roseash.model.activity.KnownActor;
import coop.roseash.service.activity.json.Document;

/// Actors of other servers: read from their documents, and kept.
@ApplicationScoped
class RemoteActors {
    private static final int LONGEST_HANDLE = 100;
    private static final int LONGEST_NAME = 100;

    private final RemoteDocuments documents;
    private final ActorRepository actors;
    private final OtherServers servers;
    private final ActivityPubConfig config;
    private final Clock clock;

    RemoteActors(RemoteDocuments documents, ActorRepository actors, OtherServers servers, ActivityPubConfig config,
            Clock clock) {
        this.documents = documents;
        this.actors = actors;
        this.servers = servers;
        this.config = config;
        this.clock = clock;
    }

    /// The actor as known, read (again) where it is unknown or old; must not be called inside a transaction.
    Optional<KnownActor> resolve(String uri) {
        Optional<KnownActor> known = known(uri);
        if (known.isPresent() && known.get().goneAt == null
                && known.get().fetchedAt.isAfter(clock.instant().minus(config.actorRefresh()))) {
            return known;
        }
        return documents.get(uri) instanceof RemoteDocuments.Answer.Found(Document document)
                ? save(document)
                : known;
    }

    @Transactional(TxType.REQUIRES_NEW)
    Optional<KnownActor> known(String uri) {
        return actors.byUri(uri);
    }

    /// Keeps what the actor's own document says; empty when it is no actor's.
    @Transactional
    Optional<KnownActor> save(Document document) {
        return read(document).map(actors::save);
    }

    private Optional<KnownActor> read(Document document) {
        String uri = document.id().orElse("");
        String inbox = document.reference("inbox").orElse("");
        String handle = document.text("preferredUsername");
        boolean whole = Arrays.asList(Vocabulary.ACTOR_TYPES).contains(document.type())
                && servers.address(inbox).isPresent()
                && handle.matches("[\\p{L}\\p{N}_.-]{1," + LONGEST_HANDLE + "}");
        if (!whole) {
            return Optional.empty();
        }
        KnownActor actor = new KnownActor();
        actor.uri = uri;
        actor.type = document.type();
        actor.handle = handle;
        actor.host = Document.authority(uri);
        String name = SafeText.line(document.text("name"), LONGEST_NAME);
        actor.name = name.isEmpty() ? handle : name;
        actor.summary = SafeText.html(document.text("summary"));
        actor.page = document.page();
        actor.inbox = inbox;
        actor.sharedInbox = sharedInbox(document);
        actor.followers = document.reference("followers").orElse(null);
        actor.fetchedAt = clock.instant();
        return Optional.of(actor);
    }

    private @Nullable String sharedInbox(Document document) {
        return document.object("endpoints")
            .flatMap(endpoints -> endpoints.reference("sharedInbox"))
            .filter(address -> servers.address(address).isPresent())
            .orElse(null);
    }
}
