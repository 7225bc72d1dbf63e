package coop.roseash.contract.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// One date of an entry, as lists and months show it.
///
/// @param slug of its entry
/// @param recurrence the original local start (RECURRENCE-ID), also where this date was moved
/// @param place name of the place; may be empty
public record EntryInstance(long id, long entryId, String slug, LocalDateTime recurrence, String title,
        String calendarSlug, String calendarName, Calendar.Colour colour, Instant startsAt, Instant endsAt, ZoneId zone,
        boolean allDay, String place, boolean cancelled) {
    /// How an instance is named in addresses.
    public static final DateTimeFormatter RECURRENCE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm");

    public Span span() {
        return new Span(startsAt, endsAt, zone, allDay);
    }

    /// Its page on the events app.
    public String path() {
        return "/entries/" + slug + "/" + RECURRENCE.format(recurrence);
    }
}
