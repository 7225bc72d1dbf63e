package coop.roseash.service.activity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.activity.Note;
import coop.roseash.contract.activity.Notes;
import coop.roseash.contract.activity.Visibility;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.KnownObject;
import coop.roseash.service.activity.NoteQuery.Selection;

/// Notes as members use them: read, write, answer, like, boost.
@ApplicationScoped
class NoteService implements Notes {
    private static final int MOST_MENTIONS = 20;
    private static final int MOST_ANCESTORS = 20;

    private final NoteQuery query;
    private final ObjectRepository objects;
    private final LocalActors local;
    private final Readers readers;
    private final NoteWriter writer;
    private final Reactions reactions;
    private final TimelineRepository timelines;

    NoteService(NoteQuery query, ObjectRepository objects, LocalActors local, Readers readers, NoteWriter writer,
            Reactions reactions, TimelineRepository timelines) {
        this.query = query;
        this.objects = objects;
        this.local = local;
        this.readers = readers;
        this.writer = writer;
        this.reactions = reactions;
        this.timelines = timelines;
    }

    @Override
    @Transactional
    public PostOutcome post(Draft draft) {
        int length = draft.text().strip().codePointCount(0, draft.text().strip().length());
        if (length == 0) {
            return new PostOutcome.Empty();
        }
        if (length > MAXIMUM_LENGTH) {
            return new PostOutcome.TooLong(length, MAXIMUM_LENGTH);
        }
        if (Mentions.count(draft.text()) > MOST_MENTIONS) {
            return new PostOutcome.TooManyMentions(MOST_MENTIONS);
        }
        KnownActor author = local.member(draft.memberId());
        KnownObject answered = null;
        if (draft.inReplyTo() != null) {
            answered = visible(draft.inReplyTo(), draft.memberId()).orElse(null);
            if (answered == null) {
                return new PostOutcome.NothingToAnswer();
            }
        }
        KnownObject note = writer.write(author, draft, answered);
        // At once, so that the author finds it where they wrote it; the others' follow with the activity.
        timelines.put(draft.memberId(), note.id, note.published);
        return new PostOutcome.Posted(note.id);
    }

    @Override
    @Transactional
    public Optional<Note> byId(long id, @Nullable Long reader) {
        var one = new Selection(readers.actorId(reader), "o.id = :id", Map.of("id", id), "o.id");
        return query.objects(one, new PageRequest(1, 1)).stream().findFirst();
    }

    @Override
    @Transactional
    public List<Note> ancestors(long id, @Nullable Long reader) {
        Deque<Note> found = new ArrayDeque<>();
        Note note = byId(id, reader).orElse(null);
        while (note != null && note.inReplyTo() != null && found.size() < MOST_ANCESTORS) {
            note = byId(note.inReplyTo(), reader).orElse(null);
            if (note != null) {
                found.addFirst(note);
            }
        }
        return new ArrayList<>(found);
    }

    @Override
    @Transactional
    public Page<Note> replies(long id, @Nullable Long reader, PageRequest request) {
        String uri = objects.live(id).map(object -> object.uri).orElse("");
        var replies = new Selection(readers.actorId(reader), "o.in_reply_to = :uri", Map.of("uri", uri),
                "o.published, o.id");
        return Page.of(query.objects(replies, request), request);
    }

    @Override
    @Transactional
    public String addressees(long id, long reader) {
        Note note = byId(id, reader).orElse(null);
        if (note == null || note.seen().mine()) {
            return "";
        }
        return (note.author().local() ? "@" + note.author().handle() : note.author().address()) + " ";
    }

    @Override
    @Transactional
    public boolean react(long memberId, long id, Reaction reaction) {
        Optional<KnownObject> object = visible(id, memberId);
        if (object.isEmpty() || reaction == Reaction.BOOST && !isPublic(object.get())) {
            return false;
        }
        reactions.add(kind(reaction), local.member(memberId), object.get());
        return true;
    }

    @Override
    @Transactional
    public boolean takeBack(long memberId, long id, Reaction reaction) {
        Optional<KnownObject> object = visible(id, memberId);
        object.ifPresent(found -> reactions.takeBack(kind(reaction), local.member(memberId), found));
        return object.isPresent();
    }

    @Override
    @Transactional
    public boolean remove(long memberId, long id) {
        KnownActor author = local.member(memberId);
        Optional<KnownObject> own = objects.live(id)
            .filter(object -> object.actorId.equals(author.id) && object.entity == null);
        own.ifPresent(note -> writer.remove(author, note));
        return own.isPresent();
    }

    private Optional<KnownObject> visible(long id, long memberId) {
        return byId(id, memberId).flatMap(note -> objects.live(note.id()));
    }

    private static boolean isPublic(KnownObject object) {
        return Visibility.valueOf(object.visibility).isPublic();
    }

    private static coop.roseash.model.activity.Reaction.Kind kind(Reaction reaction) {
        return switch (reaction) {
            case LIKE -> coop.roseash.model.activity.Reaction.Kind.LIKE;
            case BOOST -> coop.roseash.model.activity.Reaction.Kind.BOOST;
        };
    }
}
