package coop.roseash.service.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.event.Place;

/// One VEVENT, understood: an entry, or one changed date of it.
///
/// @param recurrence which date it changes (RECURRENCE-ID, in the entry's zone); null for the entry itself
record ImportedEvent(String uid, @Nullable LocalDateTime recurrence, int sequence, boolean cancelled, String title,
        String description, Place place, boolean allDay, LocalDateTime start, ZoneId zone, Duration duration,
        @Nullable String rrule, Set<LocalDateTime> exdates, Set<LocalDateTime> rdates) {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_DESCRIPTION = 20_000;
    private static final int LONGEST_UID = 255;

    /// That an event cannot be understood; its message is for the person who brought the file.
    static final class Misunderstood extends Exception {
        private static final long serialVersionUID = 1L;

        Misunderstood(String message) {
            super(message);
        }
    }

    /// @param zone the calendar's, for times that name none
    static ImportedEvent of(CalendarFile.Event event, ZoneId zone) throws Misunderstood {
        Property start = required(event, "DTSTART");
        String rrule = blankToNull(event.text("RRULE"));
        if (rrule != null) {
            var problem = Recurrence.problemOf(rrule);
            if (problem.isPresent()) {
                throw new Misunderstood(problem.get());
            }
        }
        boolean recurs = rrule != null || event.first("RDATE") != null || event.first("RECURRENCE-ID") != null;
        ZoneId own = start.zone(zone, recurs);
        Property recurrence = optional(event, "RECURRENCE-ID");
        LocalDateTime first = start.local(own);
        return new ImportedEvent(uid(event), recurrence == null ? null : recurrence.local(own),
                number(event.text("SEQUENCE")), event.text("STATUS").equalsIgnoreCase("CANCELLED"),
                limited(event.text("SUMMARY"), LONGEST_TITLE, "title"),
                limited(event.text("DESCRIPTION"), LONGEST_DESCRIPTION, "description"),
                place(event.text("LOCATION")), start.isDate(), first, own, duration(event, start, own), rrule,
                dates(event, "EXDATE", own, first), dates(event, "RDATE", own, first));
    }

    boolean isOverride() {
        return recurrence != null;
    }

    /// `Hall, 4 Mill Lane` is a name and an address.
    static Place place(String location) {
        String[] parts = location.split(",", 2);
        return new Place(parts[0].strip(), parts.length == 2 ? parts[1].strip() : "");
    }

    private static Duration duration(CalendarFile.Event event, Property start, ZoneId zone) throws Misunderstood {
        Property end = optional(event, "DTEND");
        Duration duration;
        if (end != null) {
            duration = WallClock.between(start.local(zone), end.local(zone), zone, start.isDate());
        } else if (event.first("DURATION") != null) {
            duration = parseDuration(event.text("DURATION"));
        } else {
            duration = start.isDate() ? Duration.ofDays(1) : Duration.ZERO;
        }
        if (duration.isNegative()) {
            throw new Misunderstood("It ends before it begins");
        }
        return start.isDate() && duration.isZero() ? Duration.ofDays(1) : duration;
    }

    private static Duration parseDuration(String text) throws Misunderstood {
        try {
            return text.endsWith("W")
                    ? Duration.ofDays(7L * Integer.parseInt(text.substring(text.indexOf('P') + 1, text.length() - 1)))
                    : Duration.parse(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw new Misunderstood("The duration “" + text + "” cannot be read");
        }
    }

    private static Set<LocalDateTime> dates(CalendarFile.Event event, String name, ZoneId zone, LocalDateTime start)
            throws Misunderstood {
        Set<LocalDateTime> dates = new TreeSet<>();
        for (CalendarFile.Property line : event.properties().getOrDefault(name, List.of())) {
            for (String value : line.value().split(",")) {
                Property date = new Property(name, value.strip(), line.parameters().getOrDefault("TZID", ""));
                // A bare date among the exceptions of a timed series means that day's instance.
                LocalDateTime local = date.local(zone);
                dates.add(date.isDate() ? local.toLocalDate().atTime(start.toLocalTime()) : local);
            }
        }
        return dates;
    }

    private static String uid(CalendarFile.Event event) throws Misunderstood {
        String uid = event.text("UID");
        if (uid.isEmpty() || uid.length() > LONGEST_UID) {
            throw new Misunderstood(uid.isEmpty() ? "It has no UID" : "Its UID is longer than 255 characters");
        }
        return uid;
    }

    private static int number(String text) throws Misunderstood {
        try {
            return text.isEmpty() ? 0 : Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new Misunderstood("SEQUENCE “" + text + "” is not a number");
        }
    }

    private static String limited(String text, int longest, String what) throws Misunderstood {
        if (text.length() > longest) {
            throw new Misunderstood("Its " + what + " is longer than " + longest + " characters");
        }
        return text;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static Property required(CalendarFile.Event event, String name) throws Misunderstood {
        Property property = optional(event, name);
        if (property == null) {
            throw new Misunderstood("It has no " + name);
        }
        return property;
    }

    private static @Nullable Property optional(CalendarFile.Event event, String name) {
        CalendarFile.Property line = event.first(name);
        return line == null ? null : new Property(name, line.value(), line.parameters().getOrDefault("TZID", ""));
    }

    /// A date, or a time with its zone, as iCalendar writes it.
    private record Property(String name, String value, String tzid) {
        boolean isDate() {
            return value.length() == 8;
        }

        /// A single UTC time is shown in the calendar's zone; a series counts in the zone it names.
        ZoneId zone(ZoneId fallback, boolean recurs) throws Misunderstood {
            if (isDate()) {
                return fallback;
            }
            if (value.endsWith("Z")) {
                return recurs ? ZoneOffset.UTC : fallback;
            }
            return tzid.isEmpty() ? fallback : named();
        }

        LocalDateTime local(ZoneId zone) throws Misunderstood {
            try {
                if (isDate()) {
                    return LocalDate.parse(value, CalendarText.DATE).atStartOfDay();
                }
                boolean utc = value.endsWith("Z");
                LocalDateTime written = LocalDateTime
                    .parse(utc ? value.substring(0, value.length() - 1) : value, CalendarText.DATE_TIME)
                    .truncatedTo(ChronoUnit.MINUTES);
                ZoneId from = utc ? ZoneOffset.UTC : tzid.isEmpty() ? zone : named();
                return from.equals(zone) ? written : written.atZone(from).withZoneSameInstant(zone).toLocalDateTime();
            } catch (DateTimeException e) {
                throw new Misunderstood(name + " “" + value + "” is not a date or time");
            }
        }

        private ZoneId named() throws Misunderstood {
            try {
                return ZoneId.of(tzid);
            } catch (DateTimeException e) {
                throw new Misunderstood("The time zone “" + tzid + "” is not known");
            }
        }
    }
}
