package coop.roseash.service.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.event.Calendar;
import coop.roseash.contract.event.Entry;
import coop.roseash.model.event.EntryRow;
import coop.roseash.model.event.OverrideRow;

/// Brings one entry in line with the events of its UID in a file.
@ApplicationScoped
class EntryImport {
    enum Fate {
        CREATED, CHANGED, UNCHANGED, LEFT_OUT
    }

    record Result(Fate fate, List<String> problems) {}

    private final EntryRepository entries;
    private final PlaceRepository places;
    private final EntryWriter writer;
    private final Clock clock;

    EntryImport(EntryRepository entries, PlaceRepository places, EntryWriter writer, Clock clock) {
        this.entries = entries;
        this.places = places;
        this.writer = writer;
        this.clock = clock;
    }

    Result read(Calendar calendar, List<ImportedEvent> events) {
        Optional<ImportedEvent> main = events.stream().filter(event -> !event.isOverride()).reduce(EntryImport::newer);
        EntryRow row = entries.byUid(events.getFirst().uid()).map(found -> entries.locked(found.id)).orElse(null);
        if (row != null && row.calendarId != calendar.id()) {
            return new Result(Fate.LEFT_OUT, List.of("Another calendar already has an event of this UID"));
        }
        if (main.isEmpty()) {
            return new Result(Fate.LEFT_OUT,
                    List.of("It changes one date of an event that is not in the file"));
        }
        String fingerprint = fingerprint(events);
        if (row != null && (row.fingerprint.equals(fingerprint) || main.get().sequence() < row.sequence)) {
            return new Result(Fate.UNCHANGED, List.of());
        }
        Fate fate = row == null ? Fate.CREATED : Fate.CHANGED;
        EntryRow written = write(calendar, row, main.get());
        written.fingerprint = fingerprint;
        overrides(events, written).forEach(entries::add);
        return new Result(fate, writer.written(written));
    }

    private EntryRow write(Calendar calendar, @Nullable EntryRow known, ImportedEvent event) {
        EntryRow row = known == null ? writer.blank(calendar.id(), event.uid(), titleOf(event)) : known;
        writer.move(row, event.start());
        row.sequence = event.sequence();
        row.state = event.cancelled() ? Entry.State.CANCELLED : Entry.State.PUBLISHED;
        row.title = titleOf(event);
        row.description = event.description();
        row.placeId = places.idOf(event.place());
        row.allDay = event.allDay();
        row.zone = event.zone();
        row.durationSeconds = event.duration().toSeconds();
        row.rrule = event.rrule();
        row.exdates = CalendarText.join(event.exdates());
        row.rdates = CalendarText.join(event.rdates());
        row.changedAt = clock.instant();
        entries.persistAndFlush(row);
        entries.forgetOverrides(row.id);
        return row;
    }

    private List<OverrideRow> overrides(List<ImportedEvent> events, EntryRow entry) {
        Map<LocalDateTime, OverrideRow> byDate = new LinkedHashMap<>();
        for (ImportedEvent event : events) {
            LocalDateTime recurrence = event.recurrence();
            if (recurrence != null) {
                OverrideRow row = override(event, entry, local(recurrence, event.zone(), entry.zone));
                byDate.merge(row.recurrence, row, (one, other) -> other.sequence >= one.sequence ? other : one);
            }
        }
        return new ArrayList<>(byDate.values());
    }

    private OverrideRow override(ImportedEvent event, EntryRow entry, LocalDateTime recurrence) {
        OverrideRow row = new OverrideRow();
        row.entryId = entry.id;
        row.recurrence = recurrence;
        row.sequence = event.sequence();
        row.title = event.title().isEmpty() || event.title().equals(entry.title) ? null : event.title();
        row.description = event.description().equals(entry.description) ? null : event.description();
        row.placeId = places.idOf(event.place());
        row.start = local(event.start(), event.zone(), entry.zone);
        row.durationSeconds = event.duration().toSeconds();
        row.cancelled = event.cancelled();
        return row;
    }

    private static LocalDateTime local(LocalDateTime time, ZoneId from, ZoneId to) {
        return from.equals(to) ? time : time.atZone(from).withZoneSameInstant(to).toLocalDateTime();
    }

    private static ImportedEvent newer(ImportedEvent one, ImportedEvent other) {
        return other.sequence() >= one.sequence() ? other : one;
    }

    private static String titleOf(ImportedEvent event) {
        return event.title().isEmpty() ? "Untitled" : event.title();
    }

    private static String fingerprint(List<ImportedEvent> events) {
        try {
            byte[] text = events.stream()
                .map(ImportedEvent::toString)
                .sorted()
                .toList()
                .toString()
                .getBytes(
                        StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
