package coop.roseash.service.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.activity.Visibility;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.KnownObject;
import coop.roseash.service.activity.json.Document;

/// Notes, articles … of other servers: made safe, and kept.
@ApplicationScoped
class RemoteObjects {
    private static final int LONGEST_CONTENT = 100_000;
    private static final int LONGEST_NAME = 300;
    private static final int MOST_MENTIONS = 50;

    private final ObjectRepository objects;
    private final ActorRepository actors;
    private final LocalActors local;
    private final LocalAddresses addresses;
    private final Clock clock;

    RemoteObjects(ObjectRepository objects, ActorRepository actors, LocalActors local, LocalAddresses addresses,
            Clock clock) {
        this.objects = objects;
        this.actors = actors;
        this.local = local;
        this.addresses = addresses;
        this.clock = clock;
    }

    /// Whether it is a kind we show, with an id on its author's host, and not deleted by its author before.
    boolean isAcceptable(Document document, KnownActor author) {
        String uri = document.id().orElse("");
        return document.is(Vocabulary.OBJECT_TYPES)
                && Document.authority(uri).equals(Document.authority(author.uri))
                && document.reference("attributedTo").equals(Optional.of(author.uri))
                && !objects.isBuried(uri, author.uri);
    }

    /// The actors it names, ours and those of others we know.
    Map<Long, KnownActor> mentioned(Document document) {
        Set<String> uris = new LinkedHashSet<>(Addressing.of(document).all());
        document.objects("tag")
            .stream()
            .filter(tag -> tag.is("Mention"))
            .forEach(tag -> tag.reference("href").ifPresent(uris::add));
        Map<Long, KnownActor> found = new LinkedHashMap<>();
        uris.stream()
            .limit(MOST_MENTIONS * 4L)
            .map(uri -> addresses.isLocal(uri) ? local.at(uri) : actors.byUri(uri))
            .flatMap(Optional::stream)
            .limit(MOST_MENTIONS)
            .forEach(actor -> found.put(actor.id, actor));
        return found;
    }

    /// Keeps a new one.
    @Transactional
    KnownObject keep(Document document, KnownActor author) {
        KnownObject object = new KnownObject();
        object.id = objects.nextId();
        object.uri = document.id().orElseThrow();
        object.type = document.type();
        object.actorId = author.id;
        object.visibility = visibility(document, author).name();
        object.inReplyTo = document.reference("inReplyTo").orElse(null);
        object.published = published(document);
        fill(object, document);
        objects.persist(object);
        objects.flush();
        objects.mention(object.id, mentioned(document).keySet());
        return object;
    }

    void change(KnownObject object, Document document) {
        fill(object, document);
        object.updated = document.time("updated").orElse(clock.instant());
    }

    private static void fill(KnownObject object, Document document) {
        String html = SafeText.html(document.text("content"));
        object.content = html.length() <= LONGEST_CONTENT
                ? html
                : "<p>" + SafeText.escape(SafeText.line(SafeText.plain(html), LONGEST_CONTENT / 2)) + "</p>";
        object.name = SafeText.line(SafeText.plain(document.text("name")), LONGEST_NAME);
        boolean warns = object.name.isEmpty() && !document.text("summary").isEmpty();
        object.warning = warns ? SafeText.line(SafeText.plain(document.text("summary")), LONGEST_NAME) : "";
        object.page = document.page();
        object.document = document.json().toString();
    }

    /// A post from the future would stay on top of every list.
    private Instant published(Document document) {
        Instant now = clock.instant();
        return document.time("published").filter(time -> time.isBefore(now)).orElse(now);
    }

    private static Visibility visibility(Document document, KnownActor author) {
        return Addressing.of(document).visibility(author.followers);
    }
}
