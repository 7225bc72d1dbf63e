package coop.roseash.service.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.app.AppName;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.activity.KnownObject;

/// Notes, articles, events …, their mentions, and what was deleted.
@ApplicationScoped
class ObjectRepository implements PanacheRepository<KnownObject> {
    long nextId() {
        return ((Number) getEntityManager().createNativeQuery("SELECT nextval('ap_object_id')").getSingleResult())
            .longValue();
    }

    Optional<KnownObject> live(long id) {
        return find("id = ?1 and deletedAt is null", id).firstResultOptional();
    }

    Optional<KnownObject> byUri(@Nullable String uri) {
        return uri == null ? Optional.empty() : find("uri", uri).firstResultOptional();
    }

    Optional<KnownObject> ofEntity(AppName app, String entity) {
        return find("app = ?1 and entity = ?2 and deletedAt is null", app.id(), entity).firstResultOptional();
    }

    /// The public object with this HTML page.
    Optional<KnownObject> ofPage(String page) {
        return find("page = ?1 and app is not null and deletedAt is null and visibility in ('PUBLIC', 'UNLISTED')",
                page)
            .firstResultOptional();
    }

    List<String> publicReplies(String uri, PageRequest request) {
        return find("""
                select o.uri from KnownObject o
                where o.inReplyTo = ?1 and o.deletedAt is null and o.visibility in ('PUBLIC', 'UNLISTED')
                order by o.published, o.id""", uri)
            .project(String.class)
            .range(request.offset(), request.offset() + request.size())
            .list();
    }

    void mention(long objectId, Collection<Long> actorIds) {
        for (Long actorId : actorIds) {
            getEntityManager().createNativeQuery("""
                    INSERT INTO ap_mention (object_id, actor_id) VALUES (:object, :actor) ON CONFLICT DO NOTHING
                    """).setParameter("object", objectId).setParameter("actor", actorId).executeUpdate();
        }
    }

    List<String> mentionedUris(long objectId) {
        return getEntityManager()
            .createQuery("select a.uri from Mention m join KnownActor a on a.id = m.actorId where m.objectId = :object",
                    String.class)
            .setParameter("object", objectId)
            .getResultList();
    }

    /// Takes its words away and remembers that its owner deleted it.
    void bury(KnownObject object, String actorUri, Instant now) {
        object.deletedAt = now;
        object.content = "";
        object.name = "";
        object.warning = "";
        object.document = "{}";
        getEntityManager().createNativeQuery("DELETE FROM ap_timeline WHERE object_id = :id")
            .setParameter("id", object.id)
            .executeUpdate();
        getEntityManager().createNativeQuery("DELETE FROM ap_notification WHERE object_id = :id")
            .setParameter("id", object.id)
            .executeUpdate();
        tombstone(object.uri, actorUri, now);
    }

    void tombstone(String uri, String actorUri, Instant now) {
        getEntityManager().createNativeQuery("""
                INSERT INTO ap_tombstone (uri, actor_uri, deleted_at) VALUES (:uri, :actor, :now) ON CONFLICT DO NOTHING
                """).setParameter("uri", uri).setParameter("actor", actorUri).setParameter("now", now).executeUpdate();
    }

    boolean isBuried(String uri, String actorUri) {
        return !getEntityManager()
            .createNativeQuery("SELECT 1 FROM ap_tombstone WHERE uri = :uri AND actor_uri = :actor")
            .setParameter("uri", uri)
            .setParameter("actor", actorUri)
            .getResultList()
            .isEmpty();
    }
}
