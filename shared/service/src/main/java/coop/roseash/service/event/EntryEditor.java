package coop.roseash.service.event;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.event.Calendar;
import coop.roseash.contract.event.Entry;
import coop.roseash.contract.event.EntryDesk;
import coop.roseash.contract.event.EntryDraft;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.event.EntryRow;

/// Writes what stewards enter; an edit counts SEQUENCE up, so that subscribers see it.
@ApplicationScoped
@Transactional
class EntryEditor implements EntryDesk {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 20_000;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final CalendarRepository calendars;
    private final EntryRepository entries;
    private final PlaceRepository places;
    private final EntryWriter writer;
    private final Clock clock;

    EntryEditor(CalendarRepository calendars, EntryRepository entries, PlaceRepository places, EntryWriter writer,
            Clock clock) {
        this.calendars = calendars;
        this.entries = entries;
        this.places = places;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public Page<Entry> drafts(PageRequest request) {
        return Page.of(entries.drafts(request), request).map(entries::toEntry);
    }

    @Override
    @RolesAllowed("steward")
    public SaveOutcome create(EntryDraft draft) {
        Map<String, String> errors = check(draft);
        if (!errors.isEmpty()) {
            return new SaveOutcome.Refused(errors);
        }
        Calendar calendar = calendars.bySlug(draft.calendar()).orElseThrow();
        EntryRow row = writer.blank(calendar.id(), UUID.randomUUID() + "@rose-ash", draft.title());
        return write(row, calendar, draft);
    }

    @Override
    @RolesAllowed("steward")
    public SaveOutcome update(long entryId, int sequence, EntryDraft draft) {
        EntryRow row = entries.locked(entryId);
        if (row == null) {
            return new SaveOutcome.UnknownEntry();
        }
        Map<String, String> errors = check(draft);
        if (!errors.isEmpty()) {
            return new SaveOutcome.Refused(errors);
        }
        if (row.sequence != sequence) {
            return new SaveOutcome.ChangedMeanwhile(entries.toEntry(row));
        }
        row.sequence++;
        return write(row, calendars.bySlug(draft.calendar()).orElseThrow(), draft);
    }

    @Override
    @RolesAllowed("steward")
    public void cancel(long entryId) {
        EntryRow row = entries.locked(entryId);
        if (row != null && row.state != Entry.State.CANCELLED) {
            row.state = Entry.State.CANCELLED;
            row.sequence++;
            row.changedAt = clock.instant();
            writer.written(row);
        }
    }

    private SaveOutcome write(EntryRow row, Calendar calendar, EntryDraft draft) {
        writer.move(row, draft.start());
        row.calendarId = calendar.id();
        row.zone = calendar.zone();
        row.title = draft.title().strip();
        row.description = draft.description().strip();
        row.allDay = draft.allDay();
        row.durationSeconds = WallClock.between(draft.start(), draft.end(), calendar.zone(), draft.allDay())
            .toSeconds();
        row.rrule = draft.rrule();
        row.placeId = places.idOf(draft.place());
        row.state = draft.published() ? Entry.State.PUBLISHED : Entry.State.DRAFT;
        row.fingerprint = "";
        row.changedAt = clock.instant();
        entries.persistAndFlush(row);
        writer.written(row);
        return new SaveOutcome.Saved(entries.toEntry(row));
    }

    private Map<String, String> check(EntryDraft draft) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (draft.title().isBlank() || draft.title().length() > LONGEST_TITLE) {
            errors.put("title", draft.title().isBlank() ? "Give it a title" : "At most 200 characters");
        }
        if (calendars.bySlug(draft.calendar()).isEmpty()) {
            errors.put("calendar", "Choose a calendar");
        }
        if (draft.description().length() > LONGEST_DESCRIPTION) {
            errors.put("description", "At most 20,000 characters");
        }
        checkTimes(draft.start(), draft.end(), errors);
        if (draft.rrule() != null) {
            Recurrence.problemOf(Objects.requireNonNull(draft.rrule()))
                .ifPresent(problem -> errors.put("rrule", problem));
        }
        return errors;
    }

    private static void checkTimes(LocalDateTime start, LocalDateTime end, Map<String, String> errors) {
        if (end.isBefore(start)) {
            errors.put("end", "It ends before it begins");
        } else if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            errors.put("end", "At most a year");
        } else if (start.getYear() < 1970 || start.getYear() > 2200) {
            errors.put("start", "Choose a year from 1970 to 2200");
        }
    }
}
