package coop.roseash.contract.event;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/// What stands in a calendar: once, or as a series of instances.
///
/// @param uid its stable iCalendar name
/// @param description plain text; blank lines part its paragraphs
/// @param start local time of the first instance, in `zone`
/// @param rrule recurrence rule (RFC 5545), null for a single date
public record Entry(long id, String uid, String slug, int sequence, State state, Calendar calendar, String title,
        String description, @Nullable Place place, boolean allDay, LocalDateTime start, ZoneId zone, Duration duration,
        @Nullable String rrule) {
    public enum State {
        DRAFT, PUBLISHED, CANCELLED
    }

    public boolean isDraft() {
        return state == State.DRAFT;
    }

    public boolean isCancelled() {
        return state == State.CANCELLED;
    }

    /// Its page on the events app.
    public String path() {
        return "/entries/" + slug;
    }
}
