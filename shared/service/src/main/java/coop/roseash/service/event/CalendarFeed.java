package coop.roseash.service.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.event.Calendar;
import coop.roseash.contract.event.CalendarFeeds;
import coop.roseash.contract.event.Entry;
import coop.roseash.contract.event.Place;
import coop.roseash.contract.member.Visitor;
import coop.roseash.model.event.EntryRow;
import coop.roseash.model.event.OverrideRow;
import coop.roseash.model.event.PlaceRow;

/// Writes calendars and entries as iCalendar files; what was cancelled stays in them as CANCELLED.
@ApplicationScoped
@Transactional
class CalendarFeed implements CalendarFeeds {
    private static final int MOST = 2_000;

    private final CalendarDirectory calendars;
    private final CalendarRepository calendarRows;
    private final EntryRepository entries;
    private final PlaceRepository places;
    private final TimeZones zones;
    private final Addresses addresses;

    CalendarFeed(CalendarDirectory calendars, CalendarRepository calendarRows, EntryRepository entries,
            PlaceRepository places, TimeZones zones, Addresses addresses) {
        this.calendars = calendars;
        this.calendarRows = calendarRows;
        this.entries = entries;
        this.places = places;
        this.zones = zones;
        this.addresses = addresses;
    }

    @Override
    public Optional<Feed> ofCalendar(String slug, Visitor visitor) {
        return calendars.bySlug(slug, visitor)
            .map(calendar -> write(calendar, entries.ofCalendar(calendar.id(), MOST),
                    entries.overridesOfCalendar(calendar.id())));
    }

    @Override
    public Optional<Feed> ofEntry(String slug, Visitor visitor) {
        return entries.find("slug = ?1 and state <> ?2", slug, Entry.State.DRAFT)
            .firstResultOptional()
            .flatMap(entry -> calendars.bySlug(calendarRows.byId(entry.calendarId).slug(), visitor)
                .map(calendar -> write(calendar, List.of(entry), entries.overrides(entry.id))));
    }

    private Feed write(Calendar calendar, List<EntryRow> rows, List<OverrideRow> overrides) {
        CalendarWriter out = new CalendarWriter().line("BEGIN", "VCALENDAR")
            .line("VERSION", "2.0")
            .line("PRODID", "-//Rose Ash//Events//EN")
            .text("NAME", calendar.name())
            .text("X-WR-CALNAME", calendar.name())
            .text("X-WR-CALDESC", calendar.description())
            .line("X-WR-TIMEZONE", calendar.zone().getId())
            .line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        var used = rows.stream()
            .filter(row -> !row.allDay)
            .map(row -> row.zone.getId())
            .collect(
                    Collectors.toCollection(TreeSet::new));
        used.forEach(zone -> out.lines(zones.definition(ZoneId.of(zone))));
        Map<Long, Place> known = places.list("id in ?1", placesOf(rows, overrides))
            .stream()
            .collect(Collectors.toMap((PlaceRow row) -> row.id, row -> new Place(row.name, row.address)));
        Map<Long, List<OverrideRow>> byEntry = overrides.stream()
            .collect(Collectors.groupingBy(row -> row.entryId));
        for (EntryRow row : rows) {
            writeEntry(out, row, known);
            byEntry.getOrDefault(row.id, List.of()).forEach(override -> writeOverride(out, row, override, known));
        }
        String text = out.line("END", "VCALENDAR").toString();
        Instant changed = rows.stream().map(row -> row.changedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
        return new Feed(text, tag(text), changed);
    }

    private static Set<Long> placesOf(List<EntryRow> rows, List<OverrideRow> overrides) {
        return Stream.concat(rows.stream().map(row -> row.placeId), overrides.stream().map(row -> row.placeId))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    }

    private void writeEntry(CalendarWriter out, EntryRow row, Map<Long, Place> known) {
        start(out, row, row.start, row.durationSeconds);
        if (row.rrule != null) {
            out.line("RRULE", row.rrule);
        }
        out.local("EXDATE", row.exdates, row.zone, row.allDay).local("RDATE", row.rdates, row.zone, row.allDay);
        end(out, row, row.sequence, row.state == Entry.State.CANCELLED);
        texts(out, row.title, row.description, row.placeId, known);
        out.line("END", "VEVENT");
    }

    private void writeOverride(CalendarWriter out, EntryRow row, OverrideRow override, Map<Long, Place> known) {
        start(out, row, override.start, override.durationSeconds);
        out.local("RECURRENCE-ID", CalendarText.DATE_TIME.format(override.recurrence), row.zone, row.allDay);
        end(out, row, Math.max(row.sequence, override.sequence),
                override.cancelled || row.state == Entry.State.CANCELLED);
        texts(out, override.title == null ? row.title : override.title,
                override.description == null ? row.description : override.description,
                override.placeId == null ? row.placeId : override.placeId, known);
        out.line("END", "VEVENT");
    }

    private static void start(CalendarWriter out, EntryRow row, LocalDateTime start, long seconds) {
        LocalDateTime end = row.allDay
                ? start.plusSeconds(seconds)
                : WallClock.resolve(start, row.zone).plusSeconds(seconds).atZone(row.zone).toLocalDateTime();
        out.line("BEGIN", "VEVENT")
            .text("UID", row.uid)
            .time("DTSTAMP", row.changedAt)
            .local("DTSTART", CalendarText.DATE_TIME.format(start), row.zone, row.allDay)
            .local("DTEND", CalendarText.DATE_TIME.format(end), row.zone, row.allDay);
    }

    private void end(CalendarWriter out, EntryRow row, int sequence, boolean cancelled) {
        out.line("SEQUENCE", Integer.toString(sequence))
            .line("STATUS", cancelled ? "CANCELLED" : "CONFIRMED")
            .time("CREATED", row.createdAt)
            .time("LAST-MODIFIED", row.changedAt)
            .line("URL", addresses.page(AppName.EVENTS, "/entries/" + row.slug).toString());
    }

    private static void texts(CalendarWriter out, String title, String description, @Nullable Long placeId,
            Map<Long, Place> known) {
        Place place = placeId == null ? null : known.get(placeId);
        out.text("SUMMARY", title)
            .text("DESCRIPTION", description)
            .text("LOCATION",
                    place == null ? "" : place.toString());
    }

    private static String tag(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
