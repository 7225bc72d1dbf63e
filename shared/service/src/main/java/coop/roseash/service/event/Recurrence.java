package coop.roseash.service.event;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import net.fortuna.ical4j.model.Recur;

/// The local starts of a series (RFC 5545, 3.8.5); counted on the wall clock, so that no change of offset moves them.
///
/// @param rrule null where only `start` and `rdates` count
/// @param exdates local starts that are left out
/// @param rdates local starts that come on top
record Recurrence(LocalDateTime start, ZoneId zone, @Nullable String rrule, Set<LocalDateTime> exdates,
        Set<LocalDateTime> rdates) {
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final Pattern UNTIL = Pattern.compile("UNTIL=(\\d{8})(?:T(\\d{6})(Z?))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOO_FINE = Pattern.compile("SECONDLY|MINUTELY|BYSECOND|BYMINUTE",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_INTERVAL = Pattern.compile("(INTERVAL|COUNT)=0*(;|$)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_RULE = 500;
    /// Computed piece by piece, so that the time limit can end it between two pieces.
    private static final Period WINDOW = Period.ofMonths(3);

    Recurrence {
        exdates = Set.copyOf(exdates);
        rdates = Set.copyOf(rdates);
    }

    /// @param capped the series has more starts than could be computed
    record Expansion(SortedSet<LocalDateTime> starts, boolean capped) {}

    record Limits(int maximum, Duration time) {}

    /// Why this is no rule of ours; empty for a good one.
    static Optional<String> problemOf(String rrule) {
        if (rrule.length() > LONGEST_RULE) {
            return Optional.of("The recurrence rule is too long");
        }
        if (TOO_FINE.matcher(rrule).find()) {
            return Optional.of("The recurrence rule repeats within the hour; that is finer than a calendar shows");
        }
        if (NO_INTERVAL.matcher(rrule).find()) {
            return Optional.of("The recurrence rule's INTERVAL and COUNT must be at least 1");
        }
        try {
            new Recur<LocalDateTime>(rrule);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("The recurrence rule “" + rrule + "” cannot be read");
        }
    }

    /// The starts from `from` up to `to`.
    Expansion expand(LocalDateTime from, LocalDateTime to, Limits limits) {
        SortedSet<LocalDateTime> starts = new TreeSet<>();
        rdates.stream().filter(date -> isWithin(date, from, to)).forEach(starts::add);
        if (isWithin(start, from, to)) {
            starts.add(start);
        }
        boolean capped = rrule != null && addRule(rrule, from, to, limits, starts);
        starts.removeAll(exdates);
        while (starts.size() > limits.maximum()) {
            starts.removeLast();
            capped = true;
        }
        return new Expansion(starts, capped);
    }

    private boolean addRule(String rule, LocalDateTime from, LocalDateTime to, Limits limits,
            SortedSet<LocalDateTime> starts) {
        long deadline = System.nanoTime() + limits.time().toNanos();
        LocalDateTime first = from.isBefore(start) ? start : from;
        Recur<LocalDateTime> recur = new Recur<>(withLocalUntil(rule));
        int most = limits.maximum() + exdates.size() + 1;
        for (LocalDateTime window = first; window.isBefore(to); window = window.plus(WINDOW)) {
            if (starts.size() > most || System.nanoTime() > deadline) {
                return true;
            }
            LocalDateTime end = window.plus(WINDOW).isBefore(to) ? window.plus(WINDOW) : to;
            recur.getDates(start, window, end, most)
                .stream()
                .filter(date -> isWithin(date, first, to))
                .forEach(starts::add);
        }
        return false;
    }

    /// UNTIL is a UTC time where the start has a zone; the wall clock needs it as local time.
    private String withLocalUntil(String rule) {
        Matcher until = UNTIL.matcher(rule);
        if (!until.find()) {
            return rule;
        }
        String time = until.group(2);
        LocalDateTime last = LocalDateTime.parse(until.group(1) + "T" + (time == null ? "235959" : time), BASIC);
        if (time != null && !until.group(3).isEmpty()) {
            last = last.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime();
        }
        return until.replaceFirst("UNTIL=" + BASIC.format(last));
    }

    private static boolean isWithin(LocalDateTime date, LocalDateTime from, LocalDateTime to) {
        return !date.isBefore(from) && date.isBefore(to);
    }
}
