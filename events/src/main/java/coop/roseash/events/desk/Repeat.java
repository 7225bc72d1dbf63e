package coop.roseash.events.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// How often an entry comes again, as the form offers it.
public enum Repeat {
    ONCE("Once"), DAILY("Every day"), WEEKLY("Every week"), FORTNIGHTLY("Every other week"), MONTHLY_DATE(
            "Every month on this date"), MONTHLY_DAY("Every month on this weekday"), YEARLY("Every year"), KEEP(
                    "As it is now");

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    private final String label;

    Repeat(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// Those that make sense: a rule of its own can only be kept where there is one.
    static List<Repeat> choices(@Nullable String rrule) {
        return Arrays.stream(values()).filter(repeat -> repeat != KEEP || rrule != null).toList();
    }

    static Optional<Repeat> of(String name) {
        return Arrays.stream(values()).filter(repeat -> repeat.name().equals(name)).findFirst();
    }

    /// The rule (RFC 5545, 3.3.10); null for a single date.
    ///
    /// @param now the entry's rule so far
    /// @param until the last day, null for no end
    @Nullable
    String rule(LocalDateTime start, ZoneId zone, @Nullable String now, @Nullable LocalDate until) {
        String rule = switch (this) {
            case ONCE -> null;
            case KEEP -> now;
            case DAILY -> "FREQ=DAILY";
            case WEEKLY -> "FREQ=WEEKLY";
            case FORTNIGHTLY -> "FREQ=WEEKLY;INTERVAL=2";
            case MONTHLY_DATE -> "FREQ=MONTHLY";
            case MONTHLY_DAY -> "FREQ=MONTHLY;BYDAY=" + weekday(start);
            case YEARLY -> "FREQ=YEARLY";
        };
        return rule == null || until == null || this == KEEP ? rule : rule + ";UNTIL=" + endOf(until, zone);
    }

    /// `1SA` for a month's first Saturday; the fifth counts as the last.
    private static String weekday(LocalDateTime start) {
        int week = (start.getDayOfMonth() - 1) / 7 + 1;
        return (week == 5 ? "-1" : Integer.toString(week)) + start.getDayOfWeek().name().substring(0, 2);
    }

    private static String endOf(LocalDate day, ZoneId zone) {
        return UTC.format(day.atTime(23, 59, 59).atZone(zone).withZoneSameInstant(ZoneOffset.UTC));
    }
}
