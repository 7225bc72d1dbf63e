package coop.roseash.events.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import coop.roseash.contract.event.EntryInstance;

/// A month as a grid of whole weeks from Monday.
public record Month(YearMonth month, List<Week> weeks) {
    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    /// Seven days.
    public record Week(List<Day> days) {
        public Week {
            days = List.copyOf(days);
        }
    }

    /// @param inMonth false for the days of the neighbours that fill the first and last week
    public record Day(LocalDate date, boolean inMonth, List<EntryInstance> entries) {
        public Day {
            entries = List.copyOf(entries);
        }

        public String title() {
            return DAY.format(date);
        }
    }

    public Month {
        weeks = List.copyOf(weeks);
    }

    /// The Monday of the month's first week.
    static LocalDate firstDay(YearMonth month) {
        return month.atDay(1).with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// The Monday after the month's last week.
    static LocalDate lastDay(YearMonth month) {
        return month.atEndOfMonth().with(java.time.temporal.TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    static Month of(YearMonth month, List<EntryInstance> entries) {
        List<Week> weeks = new ArrayList<>();
        for (LocalDate monday = firstDay(month); monday.isBefore(lastDay(month)); monday = monday.plusWeeks(1)) {
            List<Day> days = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                LocalDate day = monday.plusDays(i);
                days.add(new Day(day, YearMonth.from(day).equals(month),
                        entries.stream().filter(entry -> touches(entry, day)).toList()));
            }
            weeks.add(new Week(days));
        }
        return new Month(month, weeks);
    }

    public String title() {
        return TITLE.format(month);
    }

    public YearMonth previous() {
        return month.minusMonths(1);
    }

    public YearMonth next() {
        return month.plusMonths(1);
    }

    private static boolean touches(EntryInstance entry, LocalDate day) {
        return !entry.span().firstDay().isAfter(day) && !entry.span().lastDay().isBefore(day);
    }
}
