package coop.roseash.events.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDateTime FIRST_SATURDAY = LocalDateTime.parse("2026-12-05T10:00");

    @Test
    void namesTheWeekdayOfAMonth() {
        assertThat(Repeat.MONTHLY_DAY.rule(FIRST_SATURDAY, LONDON, null, null)).isEqualTo("FREQ=MONTHLY;BYDAY=1SA");
        assertThat(Repeat.MONTHLY_DAY.rule(LocalDateTime.parse("2026-12-31T10:00"), LONDON, null, null))
            .isEqualTo("FREQ=MONTHLY;BYDAY=-1TH");
    }

    @Test
    void endsWithTheLastMomentOfTheLastDayInUtc() {
        assertThat(Repeat.WEEKLY.rule(FIRST_SATURDAY, LONDON, null, LocalDate.parse("2027-06-30")))
            .isEqualTo("FREQ=WEEKLY;UNTIL=20270630T225959Z");
    }

    @Test
    void keepsARuleOfItsOwnOnlyWhereThereIsOne() {
        assertThat(Repeat.KEEP.rule(FIRST_SATURDAY, LONDON, "FREQ=DAILY;COUNT=3", LocalDate.parse("2027-06-30")))
            .isEqualTo("FREQ=DAILY;COUNT=3");
        assertThat(Repeat.choices(null)).doesNotContain(Repeat.KEEP);
        assertThat(Repeat.ONCE.rule(FIRST_SATURDAY, LONDON, "FREQ=DAILY", null)).isNull();
    }
}
