package coop.roseash.service.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.event.Booking;
import coop.roseash.contract.event.Span;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.event.BookingRow;
import coop.roseash.model.event.BookingRow.State;

/// Bookings; the exclusion constraint decides which of two that overlap stands.
@ApplicationScoped
class BookingRepository implements PanacheRepository<BookingRow> {
    private static final String SELECT = "select b.id, r.id, r.slug, r.name, b.memberId, b.purpose, b.startsAt, b.endsAt,"
            + " r.zone, b.createdAt from BookingRow b join ResourceRow r on r.id = b.resourceId ";

    record Times(Instant startsAt, Instant endsAt) {}

    /// The new booking's id; empty when it would overlap another.
    Optional<Long> insert(long resourceId, long memberId, String purpose, Times times, Instant now) {
        return getEntityManager().createNativeQuery("""
                INSERT INTO bookings (resource_id, member_id, purpose, starts_at, ends_at, state, created_at)
                VALUES (:resource, :member, :purpose, :starts, :ends, 'BOOKED', :now)
                ON CONFLICT DO NOTHING RETURNING id""", Long.class)
            .setParameter("resource", resourceId)
            .setParameter("member", memberId)
            .setParameter("purpose", purpose)
            .setParameter("starts", times.startsAt())
            .setParameter("ends", times.endsAt())
            .setParameter("now", now)
            .getResultStream()
            .map(id -> (Long) id)
            .findFirst();
    }

    /// Books the rooms of an entry's coming dates.
    ///
    /// @return how many dates found their room taken
    int follow(long entryId, Instant now) {
        getEntityManager()
            .createNativeQuery("DELETE FROM bookings WHERE instance_id IN (SELECT id FROM entry_instances"
                    + " WHERE entry_id = :entry AND ends_at > :now)")
            .setParameter("entry", entryId)
            .setParameter("now", now)
            .executeUpdate();
        String dates = "FROM entry_instances i JOIN resources r ON r.place_id = i.place_id WHERE i.entry_id = :entry"
                + " AND NOT i.cancelled AND i.ends_at > :now AND i.starts_at < i.ends_at";
        Number wanted = (Number) getEntityManager().createNativeQuery("SELECT count(*) " + dates)
            .setParameter("entry", entryId)
            .setParameter("now", now)
            .getSingleResult();
        int booked = getEntityManager()
            .createNativeQuery("INSERT INTO bookings (resource_id, instance_id, purpose, starts_at, ends_at, state,"
                    + " created_at) SELECT r.id, i.id, i.title, i.starts_at, i.ends_at, 'BOOKED', :now " + dates
                    + " ORDER BY i.starts_at ON CONFLICT DO NOTHING")
            .setParameter("entry", entryId)
            .setParameter("now", now)
            .executeUpdate();
        return wanted.intValue() - booked;
    }

    /// What is taken of a resource between two moments.
    List<Times> taken(long resourceId, Instant from, Instant to) {
        return getEntityManager()
            .createQuery("select startsAt, endsAt from BookingRow where resourceId = :resource and state = BOOKED"
                    + " and startsAt < :to and endsAt > :from order by startsAt", Times.class)
            .setParameter("resource", resourceId)
            .setParameter("from", from)
            .setParameter("to", to)
            .getResultList();
    }

    Optional<Booking> one(long id) {
        return getEntityManager().createQuery(SELECT + "where b.id = :id", Row.class)
            .setParameter("id", id)
            .getResultStream()
            .findFirst()
            .map(Row::booking);
    }

    List<Booking> upcomingOf(long memberId, Instant now, PageRequest request) {
        return getEntityManager()
            .createQuery(SELECT + "where b.memberId = :member and b.state = BOOKED and b.endsAt > :now"
                    + " order by b.startsAt, b.id", Row.class)
            .setParameter("member", memberId)
            .setParameter("now", now)
            .setFirstResult(request.offset())
            .setMaxResults(request.size() + 1)
            .getResultStream()
            .map(Row::booking)
            .toList();
    }

    boolean cancel(long id) {
        return update("state = ?1 where id = ?2 and state = ?3", State.CANCELLED, id, State.BOOKED) == 1;
    }

    record Row(long id, long resourceId, String slug, String resource, Long memberId, String purpose, Instant startsAt,
            Instant endsAt, ZoneId zone, Instant createdAt) {
        Booking booking() {
            return new Booking(id, resourceId, slug, resource, memberId, purpose,
                    new Span(startsAt, endsAt, zone, false),
                    createdAt);
        }
    }
}
