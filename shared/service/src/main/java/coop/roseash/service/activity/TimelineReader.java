package coop.roseash.service.activity;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.activity.Note;
import coop.roseash.contract.activity.Timelines;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.service.activity.NoteQuery.Selection;

/// Reads the lists of notes.
@ApplicationScoped
class TimelineReader implements Timelines {
    private static final String NEWEST = "o.published DESC, o.id DESC";
    private static final String PUBLIC_HERE = "o.app IS NOT NULL AND o.visibility = 'PUBLIC' AND o.in_reply_to IS NULL";

    private final NoteQuery notes;
    private final Readers readers;

    TimelineReader(NoteQuery notes, Readers readers) {
        this.notes = notes;
        this.readers = readers;
    }

    @Override
    @Transactional
    public Page<Note> home(long memberId, PageRequest request) {
        var mine = new Selection(readers.actorId(memberId), "t.member_id = :member", Map.of("member", memberId),
                "t.sorted_at DESC, t.object_id DESC");
        return Page.of(notes.timeline(mine, request), request);
    }

    @Override
    @Transactional
    public Page<Note> local(@Nullable AppName app, @Nullable Long reader, PageRequest request) {
        long readerId = readers.actorId(reader);
        Selection here = app == null
                ? new Selection(readerId, PUBLIC_HERE, Map.of(), NEWEST)
                : new Selection(readerId, PUBLIC_HERE + " AND o.app = :app", Map.of("app", app.id()), NEWEST);
        return Page.of(notes.objects(here, request), request);
    }

    @Override
    @Transactional
    public Page<Note> ofActor(long actorId, @Nullable Long reader, PageRequest request) {
        var theirs = new Selection(readers.actorId(reader), "o.actor_id = :actor AND o.visibility <> 'DIRECT'",
                Map.of("actor", actorId), NEWEST);
        return Page.of(notes.objects(theirs, request), request);
    }

    @Override
    public List<Note> latest(int count) {
        return local(null, null, new PageRequest(1, count)).items();
    }
}
