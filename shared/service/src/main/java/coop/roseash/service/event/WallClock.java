package coop.roseash.service.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// Turns wall-clock time into instants.
final class WallClock {
    private WallClock() {}

    /// A time inside the spring gap moves forward by the gap; an ambiguous autumn time takes the first offset.
    static Instant resolve(LocalDateTime local, ZoneId zone) {
        return ZonedDateTime.of(local, zone).toInstant();
    }

    /// Whole days are counted on the calendar, hours as they pass (RFC 5545, 3.8.5.3).
    static Instant end(LocalDateTime start, ZoneId zone, Duration duration, boolean allDay) {
        return allDay ? resolve(start.plus(duration), zone) : resolve(start, zone).plus(duration);
    }

    /// How long it lasts from one wall-clock time to another.
    static Duration between(LocalDateTime start, LocalDateTime end, ZoneId zone, boolean allDay) {
        return allDay
                ? Duration.between(start, end)
                : Duration.between(resolve(start, zone), resolve(end, zone));
    }
}
