package coop.roseash.service.event;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.event.Entry;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.event.EntryRow;
import coop.roseash.model.event.OverrideRow;

/// Entries and what is different about single dates of theirs.
@ApplicationScoped
class EntryRepository implements PanacheRepository<EntryRow> {
    private static final int LONGEST_SLUG = 60;

    private final CalendarRepository calendars;
    private final PlaceRepository places;

    EntryRepository(CalendarRepository calendars, PlaceRepository places) {
        this.calendars = calendars;
        this.places = places;
    }

    Optional<EntryRow> byUid(String uid) {
        return find("uid", uid).firstResultOptional();
    }

    /// Keeps other writers from this entry until the transaction ends.
    @Nullable
    EntryRow locked(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<EntryRow> ofCalendar(long calendarId, int most) {
        return find("calendarId = ?1 and state <> ?2 order by start, id", calendarId, Entry.State.DRAFT)
            .page(0, most)
            .list();
    }

    List<EntryRow> drafts(PageRequest request) {
        return find("state = ?1 order by changedAt desc, id", Entry.State.DRAFT)
            .range(request.offset(), request.offset() + request.size())
            .list();
    }

    /// Ids of series whose rows end before the given time.
    List<Long> endingBefore(Instant until, int most) {
        return getEntityManager()
            .createQuery(
                    "select id from EntryRow where rrule is not null and state = PUBLISHED and expandedUntil < :until"
                            + " order by expandedUntil",
                    Long.class)
            .setParameter("until", until)
            .setMaxResults(most)
            .getResultList();
    }

    List<OverrideRow> overrides(long entryId) {
        return getEntityManager()
            .createQuery("from OverrideRow where entryId = :entry order by recurrence", OverrideRow.class)
            .setParameter("entry", entryId)
            .getResultList();
    }

    List<OverrideRow> overridesOfCalendar(long calendarId) {
        return getEntityManager()
            .createQuery(
                    "select o from OverrideRow o join EntryRow e on e.id = o.entryId where e.calendarId = :calendar"
                            + " order by o.entryId, o.recurrence",
                    OverrideRow.class)
            .setParameter("calendar", calendarId)
            .getResultList();
    }

    void forgetOverrides(long entryId) {
        getEntityManager().createQuery("delete from OverrideRow where entryId = :entry")
            .setParameter("entry", entryId)
            .executeUpdate();
    }

    void add(OverrideRow override) {
        getEntityManager().persist(override);
    }

    Entry toEntry(EntryRow row) {
        return new Entry(row.id, row.uid, row.slug, row.sequence, row.state, calendars.byId(row.calendarId), row.title,
                row.description, places.byId(row.placeId), row.allDay, row.start, row.zone,
                Duration.ofSeconds(row.durationSeconds), row.rrule);
    }

    /// A slug from the title that no entry has yet.
    String freeSlug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}|['’]", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
        String base = plain.isEmpty() ? "entry" : plain.substring(0, Math.min(plain.length(), LONGEST_SLUG));
        List<String> taken = getEntityManager()
            .createQuery("select slug from EntryRow where slug = :base or slug like :numbered", String.class)
            .setParameter("base", base)
            .setParameter("numbered", base + "-%")
            .getResultList();
        String slug = base;
        for (int number = 2; taken.contains(slug); number++) {
            slug = base + "-" + number;
        }
        return slug;
    }
}
