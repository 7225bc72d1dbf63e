package coop.roseash.service.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

import coop.roseash.contract.activity.Notes.Draft;
import coop.roseash.contract.activity.Visibility;
import coop.roseash.contract.app.AppName;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.KnownObject;
import coop.roseash.service.activity.OutgoingActivities.Saying;
import coop.roseash.service.activity.json.Document;

/// Writes a member's note and takes it away: the rows, and one outgoing activity.
@Singleton
class NoteWriter {
    private final ObjectRepository objects;
    private final ActorRepository actors;
    private final Mentions mentions;
    private final ObjectWriter writer;
    private final OutgoingActivities outgoing;
    private final LocalAddresses addresses;
    private final Clock clock;

    NoteWriter(ObjectRepository objects, ActorRepository actors, Mentions mentions, ObjectWriter writer,
            OutgoingActivities outgoing, LocalAddresses addresses, Clock clock) {
        this.objects = objects;
        this.actors = actors;
        this.mentions = mentions;
        this.writer = writer;
        this.outgoing = outgoing;
        this.addresses = addresses;
        this.clock = clock;
    }

    /// @param answered the object it answers, or null
    KnownObject write(KnownActor author, Draft draft, @Nullable KnownObject answered) {
        Map<String, KnownActor> named = mentions.in(draft.text());
        Map<Long, KnownActor> addressed = new LinkedHashMap<>();
        named.values().forEach(actor -> addressed.put(actor.id, actor));
        if (answered != null && !answered.actorId.equals(author.id)) {
            addressed.putIfAbsent(answered.actorId, actors.findById(answered.actorId));
        }
        KnownObject note = row(author, draft, answered);
        note.content = Mentions.link(SafeText.paragraphs(draft.text()), named);
        ObjectNode document = writer.note(note, author, List.copyOf(addressed.values()));
        note.document = document.toString();
        objects.persist(note);
        objects.flush();
        objects.mention(note.id, addressed.keySet());
        outgoing.say(author, new Saying("Create", document, note.uri, Addressing.of(new Document(document))));
        return note;
    }

    void remove(KnownActor author, KnownObject note) {
        var everyone = Addressing.of(Visibility.valueOf(note.visibility), author,
                objects.mentionedUris(note.id));
        var tombstone = ObjectWriter.tombstone(note.uri, note.type);
        objects.bury(note, author.uri, clock.instant());
        outgoing.say(author, new Saying("Delete", tombstone, note.uri, everyone));
    }

    private KnownObject row(KnownActor author, Draft draft, @Nullable KnownObject answered) {
        Instant now = clock.instant();
        Instant published = draft.published();
        KnownObject note = new KnownObject();
        note.id = objects.nextId();
        note.uri = addresses.object(AppName.FEDERATION, note.id);
        note.type = "Note";
        note.visibility = draft.visibility().name();
        note.app = AppName.FEDERATION.id();
        note.actorId = author.id;
        note.inReplyTo = answered == null ? null : answered.uri;
        note.name = "";
        note.warning = SafeText.line(draft.warning(), 200);
        note.page = addresses.notePage(note.id);
        note.published = published == null || published.isAfter(now) ? now : published;
        return note;
    }
}
