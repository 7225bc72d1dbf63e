package coop.roseash.service.event;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecurrenceTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDateTime START = LocalDateTime.parse("2026-10-03T10:00");
    private static final LocalDateTime HORIZON = LocalDateTime.parse("2028-04-03T00:00");
    private static final Recurrence.Limits LIMITS = new Recurrence.Limits(1_000, Duration.ofSeconds(1));

    @Test
    void keepsTheWallClockOverBothChanges() {
        assertThat(expand("FREQ=WEEKLY;BYDAY=SA").starts()).hasSizeGreaterThan(70)
            .allSatisfy(start -> assertThat(start.toLocalTime()).isEqualTo(START.toLocalTime()));
    }

    @Test
    void endsWithTheLastStartThatUntilAllows() {
        // 09:00 UTC is 10:00 in London in October, and 09:00 there in November.
        assertThat(expand("FREQ=WEEKLY;UNTIL=20261017T090000Z").starts()).hasSize(3);
        assertThat(expand("FREQ=WEEKLY;UNTIL=20261107T090000Z").starts()).hasSize(5);
        assertThat(expand("FREQ=WEEKLY;UNTIL=20261017").starts()).hasSize(3);
    }

    @Test
    void leavesOutExceptionsAndAddsExtraDates() {
        LocalDateTime extra = LocalDateTime.parse("2026-10-14T18:00");
        var recurrence = new Recurrence(START, LONDON, "FREQ=WEEKLY;COUNT=3", Set.of(START.plusWeeks(1)),
                Set.of(extra));
        assertThat(recurrence.expand(START, HORIZON, LIMITS).starts()).containsExactly(START, extra,
                START.plusWeeks(2));
    }

    @Test
    void stopsAtAThousandStartsAndSaysSo() {
        var expansion = expand("FREQ=DAILY;BYHOUR=6,7,8,9,10,11");
        assertThat(expansion.starts()).hasSize(1_000);
        assertThat(expansion.capped()).isTrue();
        assertThat(expand("FREQ=DAILY").capped()).isFalse();
    }

    @Test
    void stopsWhenItsTimeIsUp() {
        var expansion = new Recurrence(START, LONDON, "FREQ=DAILY", Set.of(), Set.of()).expand(START, HORIZON,
                new Recurrence.Limits(1_000, Duration.ZERO));
        assertThat(expansion.capped()).isTrue();
    }

    @Test
    void findsTheDatesOfASeriesThatBeganLongAgo() {
        LocalDateTime first = LocalDateTime.parse("1970-01-03T10:00");
        var recurrence = new Recurrence(first, LONDON, "FREQ=WEEKLY;BYDAY=SA", Set.of(), Set.of());
        assertThat(recurrence.expand(START, START.plusWeeks(3), LIMITS).starts()).containsExactly(START,
                START.plusWeeks(1), START.plusWeeks(2));
    }

    @Test
    void refusesRulesThatAreNoneOrTooFine() {
        for (String rule : List.of("FREQ=BOGUS", "FREQ=WEEKLY;BYDAY=XX", "FREQ=SECONDLY", "FREQ=DAILY;BYMINUTE=1",
                "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=0", "", "x".repeat(501))) {
            assertThat(Recurrence.problemOf(rule)).as(rule).isPresent();
        }
        assertThat(Recurrence.problemOf("FREQ=MONTHLY;BYDAY=-1SU;COUNT=10")).isEmpty();
    }

    @Test
    void movesATimeInTheSpringGapForward() {
        LocalDateTime gap = LocalDateTime.parse("2027-03-28T01:30");
        assertThat(WallClock.resolve(gap, LONDON)).isEqualTo("2027-03-28T01:30:00Z");
    }

    @Test
    void takesTheFirstOfTwoAutumnHours() {
        LocalDateTime twice = LocalDateTime.parse("2026-10-25T01:30");
        assertThat(WallClock.resolve(twice, LONDON)).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void countsHoursAsTheyPassAndDaysOnTheCalendar() {
        LocalDateTime evening = LocalDateTime.parse("2026-10-24T23:00");
        assertThat(WallClock.end(evening, LONDON, Duration.ofHours(4), false)).isEqualTo("2026-10-25T02:00:00Z");
        LocalDateTime midnight = LocalDateTime.parse("2026-10-25T00:00");
        assertThat(WallClock.end(midnight, LONDON, Duration.ofDays(1), true)).isEqualTo("2026-10-26T00:00:00Z");
    }

    private static Recurrence.Expansion expand(@Nullable String rule) {
        return new Recurrence(START, LONDON, rule, Set.of(), Set.of()).expand(START, HORIZON, LIMITS);
    }
}
