package coop.roseash.service.activity;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.activity.Actor;
import coop.roseash.contract.activity.Note;
import coop.roseash.contract.activity.Visibility;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.KnownObject;

/// Reads notes with their authors, counts and the reader's own part in one statement, whatever list they are in.
@Singleton
class NoteQuery {
    private static final String SELECT = """
            select o, a, b,
                (select count(r) from KnownObject r where r.inReplyTo = o.uri and r.deletedAt is null
                    and r.visibility in ('PUBLIC', 'UNLISTED')),
                (select count(x) from Reaction x where x.objectId = o.id and x.kind = LIKE),
                (select count(x) from Reaction x where x.objectId = o.id and x.kind = BOOST),
                (select count(x) from Reaction x where x.objectId = o.id and x.kind = LIKE and x.actorId = :reader),
                (select count(x) from Reaction x where x.objectId = o.id and x.kind = BOOST and x.actorId = :reader),
                (select min(p.id) from KnownObject p where p.uri = o.inReplyTo and p.deletedAt is null)
            """;
    private static final String OBJECTS = " from KnownObject o join KnownActor a on a.id = o.actorId "
            + "left join KnownActor b on b.id = -1 ";
    private static final String TIMELINE = " from TimelineEntry t join KnownObject o on o.id = t.objectId "
            + "join KnownActor a on a.id = o.actorId left join KnownActor b on b.id = t.boostedBy ";
    private static final String VISIBLE = """
             where o.deletedAt is null and a.goneAt is null
                and not exists (select 1 from KnownHost h where h.host = a.host and h.policy = BLOCKED)
                and (o.visibility in ('PUBLIC', 'UNLISTED') or o.actorId = :reader
                    or exists (select 1 from Mention m where m.objectId = o.id and m.actorId = :reader)
                    or o.visibility = 'FOLLOWERS' and exists (select 1 from Follow f
                        where f.followerId = :reader and f.targetId = o.actorId and f.state = ACCEPTED))
            """;

    private final EntityManager entities;
    private final ActorViews actors;

    NoteQuery(EntityManager entities, ActorViews actors) {
        this.entities = entities;
        this.actors = actors;
    }

    /// One list: which notes, in which order.
    ///
    /// @param readerId the reader's actor; -1 for a guest
    record Selection(long readerId, String condition, Map<String, Object> values, String order) {
        Selection {
            values = new HashMap<>(values);
        }
    }

    /// One too many tells that a page follows.
    List<Note> timeline(Selection selection, PageRequest request) {
        return list(TIMELINE, selection, request.offset(), request.size() + 1);
    }

    List<Note> objects(Selection selection, PageRequest request) {
        return list(OBJECTS, selection, request.offset(), request.size() + 1);
    }

    private List<Note> list(String from, Selection selection, int first, int most) {
        TypedQuery<Object[]> query = entities
            .createQuery(SELECT + from + VISIBLE + " and " + selection.condition() + " order by " + selection.order(),
                    Object[].class)
            .setParameter("reader", selection.readerId())
            .setFirstResult(first)
            .setMaxResults(most);
        selection.values().forEach(query::setParameter);
        return query.getResultList().stream().map(row -> note(row, selection.readerId())).toList();
    }

    private Note note(Object[] row, long reader) {
        KnownObject object = (KnownObject) row[0];
        KnownActor author = (KnownActor) row[1];
        return new Note(object.id, object.uri, object.type, actors.of(author), object.name, object.warning,
                object.content, URI.create(object.page), Visibility.valueOf(object.visibility), object.published,
                object.updated != null, (Long) row[8], new Note.Counts((Long) row[3], (Long) row[4], (Long) row[5]),
                new Note.Seen(author.id == reader, (Long) row[6] > 0, (Long) row[7] > 0), booster(row[2]));
    }

    private @Nullable Actor booster(@Nullable Object actor) {
        return actor == null ? null : actors.of((KnownActor) actor);
    }
}
