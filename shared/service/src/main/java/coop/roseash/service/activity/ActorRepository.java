package coop.roseash.service.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.activity.KnownActor;

/// The actors we know, ours and others'.
@ApplicationScoped
class ActorRepository implements PanacheRepository<KnownActor> {
    Optional<KnownActor> byUri(String uri) {
        return find("uri", uri).firstResultOptional();
    }

    List<KnownActor> byUris(Collection<String> uris) {
        return uris.isEmpty() ? List.of() : list("uri in ?1", uris);
    }

    Optional<KnownActor> byAddress(String handle, String host) {
        return find("lower(handle) = lower(?1) and host = lower(?2) and goneAt is null", handle, host)
            .firstResultOptional();
    }

    /// One too many tells that a page follows.
    List<KnownActor> search(String words, PageRequest request) {
        String pattern = "%" + words.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return find("""
                from KnownActor a
                where lower(a.handle || ' ' || a.name) like ?1 escape '\\' and a.goneAt is null
                and a.type <> 'Application' and (a.app is null or a.app = 'federation' or a.memberId is null)
                and not exists (select 1 from KnownHost h where h.host = a.host and h.policy = BLOCKED)
                order by case when a.app is null then 1 else 0 end, lower(a.handle), a.id""", pattern)
            .range(request.offset(), request.offset() + request.size())
            .list();
    }

    /// Writes what we know now, whether or not the actor was known.
    KnownActor save(KnownActor actor) {
        getEntityManager().createNativeQuery("""
                INSERT INTO ap_actor (uri, type, handle, host, name, summary, page, inbox, shared_inbox, followers, app,
                    member_id, fetched_at)
                VALUES (:uri, :type, :handle, :host, :name, :summary, :page, :inbox, :shared, :followers, :app, :member,
                    :now)
                ON CONFLICT (uri) DO UPDATE SET type = excluded.type, handle = excluded.handle, host = excluded.host,
                    name = excluded.name, summary = excluded.summary, page = excluded.page, inbox = excluded.inbox,
                    shared_inbox = excluded.shared_inbox, followers = excluded.followers,
                    fetched_at = excluded.fetched_at, gone_at = NULL
                """)
            .setParameter("uri", actor.uri)
            .setParameter("type", actor.type)
            .setParameter("handle", actor.handle)
            .setParameter("host", actor.host)
            .setParameter("name", actor.name)
            .setParameter("summary", actor.summary)
            .setParameter("page", actor.page)
            .setParameter("inbox", actor.inbox)
            .setParameter("shared", actor.sharedInbox)
            .setParameter("followers", actor.followers)
            .setParameter("app", actor.app)
            .setParameter("member", actor.memberId)
            .setParameter("now", actor.fetchedAt)
            .executeUpdate();
        KnownActor saved = byUri(actor.uri).orElseThrow();
        getEntityManager().refresh(saved);
        return saved;
    }

    void gone(String uri, Instant now) {
        update("goneAt = ?1 where uri = ?2 and app is null", now, uri);
    }
}
