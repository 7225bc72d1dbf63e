package coop.roseash.service.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.event.InstanceRow;

/// The dates of entries as rows, written in one statement for a whole series.
@ApplicationScoped
class InstanceRepository implements PanacheRepository<InstanceRow> {
    /// The parts of an [EntryInstance], for queries that project into it; `i`, `e`, `c` and `p` are its rows.
    static final String INSTANCE = "i.id, e.id, e.slug, i.recurrence, i.title, c.slug, c.name, c.colour, i.startsAt,"
            + " i.endsAt, c.zone, e.allDay, coalesce(p.name, ''), i.cancelled";
    static final String JOINED = " join EntryRow e on e.id = i.entryId join CalendarRow c on c.id = i.calendarId"
            + " left join PlaceRow p on p.id = i.placeId ";
    private static final String SELECT = "select " + INSTANCE + " from InstanceRow i" + JOINED;
    private static final String IN_CALENDAR = " and (:calendar is null or c.slug = :calendar) and "
            + CalendarRepository.VISIBLE;

    /// @param startsAt the others as well, in the order of `recurrence`
    record Rows(LocalDateTime[] recurrence, Instant[] startsAt, Instant[] endsAt, String[] title, Long[] placeId,
            Boolean[] cancelled) {}

    List<EntryInstance> upcoming(boolean member, @Nullable String calendar, Instant now, PageRequest request) {
        return query(" where i.endsAt > :now" + IN_CALENDAR + " order by i.startsAt, i.id")
            .setParameter("now", now)
            .setParameter("calendar", calendar)
            .setParameter("member", member)
            .setFirstResult(request.offset())
            .setMaxResults(request.size() + 1)
            .getResultList();
    }

    List<EntryInstance> between(boolean member, @Nullable String calendar, Instant from, Instant to, int most) {
        return query(" where i.startsAt < :to and (i.endsAt > :from or i.startsAt >= :from)" + IN_CALENDAR
                + " order by i.startsAt, i.id")
            .setParameter("from", from)
            .setParameter("to", to)
            .setParameter("calendar", calendar)
            .setParameter("member", member)
            .setMaxResults(most)
            .getResultList();
    }

    List<EntryInstance> dates(long entryId, Instant now, PageRequest request) {
        return query(" where i.entryId = :entry and i.endsAt > :now order by i.startsAt, i.id")
            .setParameter("entry", entryId)
            .setParameter("now", now)
            .setFirstResult(request.offset())
            .setMaxResults(request.size() + 1)
            .getResultList();
    }

    Optional<EntryInstance> one(long id) {
        return query(" where i.id = :id").setParameter("id", id).getResultStream().findFirst();
    }

    Optional<EntryInstance> one(long entryId, LocalDateTime recurrence) {
        return query(" where i.entryId = :entry and i.recurrence = :recurrence").setParameter("entry", entryId)
            .setParameter("recurrence", recurrence)
            .getResultStream()
            .findFirst();
    }

    /// Writes the series' rows; those that stay the same are left alone.
    void write(long entryId, long calendarId, Rows rows) {
        getEntityManager().createNativeQuery("""
                INSERT INTO entry_instances AS i
                    (entry_id, calendar_id, recurrence, starts_at, ends_at, title, place_id, cancelled)
                SELECT :entry, :calendar, n.* FROM unnest(CAST(:recurrence AS timestamp[]),
                    CAST(:starts AS timestamptz[]), CAST(:ends AS timestamptz[]), CAST(:title AS text[]),
                    CAST(:place AS bigint[]), CAST(:cancelled AS boolean[])) AS n
                ON CONFLICT (entry_id, recurrence) DO UPDATE SET calendar_id = excluded.calendar_id,
                    starts_at = excluded.starts_at, ends_at = excluded.ends_at, title = excluded.title,
                    place_id = excluded.place_id, cancelled = excluded.cancelled
                WHERE (i.calendar_id, i.starts_at, i.ends_at, i.title, i.place_id, i.cancelled) IS DISTINCT FROM
                    (excluded.calendar_id, excluded.starts_at, excluded.ends_at, excluded.title, excluded.place_id,
                    excluded.cancelled)""")
            .setParameter("entry", entryId)
            .setParameter("calendar", calendarId)
            .setParameter("recurrence", texts(rows.recurrence(), LocalDateTime::toString))
            .setParameter("starts", texts(rows.startsAt(), Instant::toString))
            .setParameter("ends", texts(rows.endsAt(), Instant::toString))
            .setParameter("title", rows.title())
            .setParameter("place", texts(rows.placeId(), String::valueOf))
            .setParameter("cancelled", texts(rows.cancelled(), String::valueOf))
            .executeUpdate();
    }

    /// Moves every date's name along with a series whose start moved, so that its tickets stay where they are.
    void shift(long entryId, Duration by) {
        getEntityManager()
            .createNativeQuery("UPDATE entry_instances SET recurrence = recurrence + CAST(:by AS interval)"
                    + " WHERE entry_id = :entry")
            .setParameter("by", by.toString())
            .setParameter("entry", entryId)
            .executeUpdate();
    }

    /// Forgets the dates from `from` on that the series no longer has; those with tickets are marked as cancelled.
    void dropOthers(long entryId, LocalDateTime[] kept, LocalDateTime from) {
        String others = " entry_id = :entry AND recurrence >= CAST(:from AS timestamp)"
                + " AND NOT recurrence = ANY (CAST(:kept AS timestamp[]))";
        for (String statement : List.of(
                "DELETE FROM entry_instances i WHERE" + others
                        + " AND NOT EXISTS (SELECT 1 FROM ticket_allotments a WHERE a.instance_id = i.id)",
                "UPDATE entry_instances SET cancelled = TRUE WHERE NOT cancelled AND" + others)) {
            getEntityManager().createNativeQuery(statement)
                .setParameter("entry", entryId)
                .setParameter("from", from.toString())
                .setParameter("kept", texts(kept, LocalDateTime::toString))
                .executeUpdate();
        }
    }

    private TypedQuery<EntryInstance> query(String rest) {
        return getEntityManager().createQuery(SELECT + rest, EntryInstance.class);
    }

    private static <T> @Nullable String[] texts(T[] values, Function<T, String> write) {
        @Nullable
        String[] texts = new @Nullable String[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i] == null ? null : write.apply(values[i]);
        }
        return texts;
    }
}
