package coop.roseash.contract.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// From when until when, as people at the place read their clocks.
///
/// @param allDay whole days: `endsAt` is the midnight after the last one
public record Span(Instant startsAt, Instant endsAt, ZoneId zone, boolean allDay) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMMM", Locale.UK);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("EEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    public ZonedDateTime start() {
        return startsAt.atZone(zone);
    }

    public ZonedDateTime end() {
        return endsAt.atZone(zone);
    }

    public LocalDate firstDay() {
        return start().toLocalDate();
    }

    /// The last day on which anything happens: an end at midnight belongs to the day before.
    public LocalDate lastDay() {
        LocalDate last = end().toLocalDate();
        return end().toLocalTime().equals(LocalTime.MIDNIGHT) && last.isAfter(firstDay()) ? last.minusDays(1) : last;
    }

    /// `10:00–12:00`, or `All day`.
    public String hours() {
        return allDay ? "All day" : TIME.format(start()) + "–" + TIME.format(end());
    }

    /// `10:00`, for narrow places.
    public String starts() {
        return TIME.format(start());
    }

    /// `Sat`.
    public String weekday() {
        return WEEKDAY.format(firstDay());
    }

    /// `Sat 5 December, 10:00–12:00`; for lists that say the year elsewhere.
    public String brief() {
        return write(DAY);
    }

    /// `Sat 5 December 2026, 10:00–12:00`.
    @Override
    public String toString() {
        return write(DAY_AND_YEAR);
    }

    private String write(DateTimeFormatter day) {
        boolean oneDay = firstDay().equals(lastDay());
        if (allDay) {
            return oneDay ? day.format(firstDay()) : DAY.format(firstDay()) + " – " + day.format(lastDay());
        }
        return oneDay
                ? day.format(firstDay()) + ", " + hours()
                : DAY.format(start()) + ", " + TIME.format(start()) + " – " + day.format(end()) + ", "
                        + TIME.format(end());
    }
}
