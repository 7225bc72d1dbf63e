package coop.roseash.service.activity;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import org.hibernate.query.NativeQuery;
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
            SELECT {o.*}, {a.*}, {b.*},
                (SELECT count(*) FROM ap_object r WHERE r.in_reply_to = o.uri AND r.deleted_at IS NULL
                    AND r.visibility IN ('PUBLIC', 'UNLISTED')) AS replies,
                (SELECT count(*) FROM ap_reaction x WHERE x.object_id = o.id AND x.kind = 'LIKE') AS likes,
                (SELECT count(*) FROM ap_reaction x WHERE x.object_id = o.id AND x.kind = 'BOOST') AS boosts,
                EXISTS (SELECT 1 FROM ap_reaction x
                    WHERE x.object_id = o.id AND x.kind = 'LIKE' AND x.actor_id = :reader) AS liked,
                EXISTS (SELECT 1 FROM ap_reaction x
                    WHERE x.object_id = o.id AND x.kind = 'BOOST' AND x.actor_id = :reader) AS boosted,
                (SELECT min(p.id) FROM ap_object p WHERE p.uri = o.in_reply_to AND p.deleted_at IS NULL) AS parent
            """;
    private static final String OBJECTS = "FROM ap_object o JOIN ap_actor a ON a.id = o.actor_id "
            + "LEFT JOIN ap_actor b ON false ";
    private static final String TIMELINE = "FROM ap_timeline t JOIN ap_object o ON o.id = t.object_id "
            + "JOIN ap_actor a ON a.id = o.actor_id LEFT JOIN ap_actor b ON b.id = t.boosted_by ";
    private static final String VISIBLE = """
            WHERE o.deleted_at IS NULL AND a.gone_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM ap_host h WHERE h.host = a.host AND h.policy = 'BLOCKED')
                AND (o.visibility IN ('PUBLIC', 'UNLISTED') OR o.actor_id = :reader
                    OR EXISTS (SELECT 1 FROM ap_mention m WHERE m.object_id = o.id AND m.actor_id = :reader)
                    OR o.visibility = 'FOLLOWERS' AND EXISTS (SELECT 1 FROM ap_follow f
                        WHERE f.follower_id = :reader AND f.target_id = o.actor_id AND f.state = 'ACCEPTED'))
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
    /// @param condition SQL over the aliases o (object), a (author) and, in a timeline, t (its entry)
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

    /// SQL and not HQL, whose parser takes longer over this statement than a whole start of the app should.
    @SuppressWarnings("unchecked")
    private List<Note> list(String from, Selection selection, int first, int most) {
        NativeQuery<Object[]> query = entities
            .createNativeQuery(
                    SELECT + from + VISIBLE + " AND " + selection.condition() + " ORDER BY " + selection.order())
            .unwrap(NativeQuery.class);
        query.addEntity("o", KnownObject.class).addEntity("a", KnownActor.class).addEntity("b", KnownActor.class);
        for (String count : List.of("replies", "likes", "boosts", "parent")) {
            query.addScalar(count, Long.class);
        }
        query.addScalar("liked", Boolean.class).addScalar("boosted", Boolean.class);
        query.setParameter("reader", selection.readerId()).setFirstResult(first).setMaxResults(most);
        selection.values().forEach(query::setParameter);
        return query.getResultList().stream().map(row -> note(row, selection.readerId())).toList();
    }

    private Note note(Object[] row, long reader) {
        KnownObject object = (KnownObject) row[0];
        KnownActor author = (KnownActor) row[1];
        return new Note(object.id, object.uri, object.type, actors.of(author), object.name, object.warning,
                object.content, URI.create(object.page), Visibility.valueOf(object.visibility), object.published,
                object.updated != null, (Long) row[6], new Note.Counts((Long) row[3], (Long) row[4], (Long) row[5]),
                new Note.Seen(author.id == reader, (Boolean) row[7], (Boolean) row[8]), booster(row[2]));
    }

    private @Nullable Actor booster(@Nullable Object actor) {
        return actor == null ? null : actors.of((KnownActor) actor);
    }
}
