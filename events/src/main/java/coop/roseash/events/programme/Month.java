package coop.roseash.events.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import coop.roseash.contract.event.EntryInstance;

/// A month as a grid of whole weeks from Monday.
public record Month(YearMonth month, List<Week> weeks) {
    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("EEE d MMMM", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    /// Seven days.
    public record Week(List<Day> days) {
        public Week {
            days = List.copyOf(days);
        }
    }

    /// @param inMonth false for the days of the neighbours that fill the first and last week
    public record Day(LocalDate date, boolean inMonth, boolean today, List<EntryInstance> entries) {
        public Day {
            entries = List.copyOf(entries);
        }

        public String title() {
            return DAY.format(date);
        }

        /// Where the days stand in a list rather than under their weekday.
        public String brief() {
            return BRIEF.format(date);
        }
    }

    public Month {
        weeks = List.copyOf(weeks);
    }

    /// The Monday of the month's first week.
    static LocalDate firstDay(YearMonth month) {
        return month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// The Monday after the month's last week.
    static LocalDate lastDay(YearMonth month) {
        return month.atEndOfMonth().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    static Month of(YearMonth month, LocalDate today, List<EntryInstance> entries) {
        List<Week> weeks = new ArrayList<>();
        for (LocalDate monday = firstDay(month); monday.isBefore(lastDay(month)); monday = monday.plusWeeks(1)) {
            List<Day> days = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                LocalDate day = monday.plusDays(i);
                days.add(new Day(day, YearMonth.from(day).equals(month), day.equals(today),
                        entries.stream().filter(entry -> touches(entry, day)).toList()));
            }
            weeks.add(new Week(days));
        }
        return new Month(month, weeks);
    }

    public String title() {
        return TITLE.format(month);
    }

    public List<String> weekdays() {
        return Stream.of(DayOfWeek.values()).map(day -> day.getDisplayName(TextStyle.SHORT, Locale.UK)).toList();
    }

    public boolean isEmpty() {
        return weeks.stream().flatMap(week -> week.days().stream()).allMatch(day -> day.entries().isEmpty());
    }

    public YearMonth previous() {
        return month.minusMonths(1);
    }

    public YearMonth next() {
        return month.plusMonths(1);
    }

    public String previousTitle() {
        return TITLE.format(previous());
    }

    public String nextTitle() {
        return TITLE.format(next());
    }

    private static boolean touches(EntryInstance entry, LocalDate day) {
        return !entry.span().firstDay().isAfter(day) && !entry.span().lastDay().isBefore(day);
    }
}
