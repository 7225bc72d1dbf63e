package coop.roseash.service.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.event.CalendarFeeds;
import coop.roseash.contract.event.CalendarImports;
import coop.roseash.contract.event.CalendarImports.ImportOutcome;
import coop.roseash.contract.event.Entry;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.event.Ticket;
import coop.roseash.contract.event.Tickets;
import coop.roseash.contract.member.Visitor;
import coop.roseash.testing.EmbeddedServices;

import static coop.roseash.service.event.Fixture.event;
import static coop.roseash.service.event.Fixture.file;
import static coop.roseash.service.event.Fixture.start;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class CalendarImportTest {
    private static final LocalDateTime TEN = LocalDate.now(Fixture.LONDON).plusDays(10).atTime(10, 0);
    private static final Visitor GUEST = new Visitor.Guest("");

    @Inject
    Fixture fixture;
    @Inject
    CalendarImports imports;
    @Inject
    CalendarFeeds feeds;
    @Inject
    Tickets tickets;

    private String calendar;
    private String uid;

    @BeforeEach
    void chooseNames() {
        calendar = Fixture.name("calendar");
        uid = Fixture.name("series");
    }

    @Test
    void keepsTheHourOfASeriesOverAYear() {
        fixture.read(calendar, file(event(uid, start(TEN), "DURATION:PT2H", "RRULE:FREQ=WEEKLY")));
        assertThat(fixture.dates(uid)).hasSizeGreaterThan(70)
            .allSatisfy(date -> assertThat(date.span().start().toLocalTime()).isEqualTo(LocalTime.of(10, 0)));
        assertThat(fixture.dates(uid)).extracting(date -> date.span().start().getOffset())
            .contains(
                    java.time.ZoneOffset.UTC, java.time.ZoneOffset.ofHours(1));
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        String file = file(event(uid, start(TEN), "DURATION:PT2H", "RRULE:FREQ=DAILY;COUNT=5"));
        assertThat(fixture.read(calendar, file).created()).isEqualTo(1);
        List<EntryInstance> before = fixture.dates(uid);
        var again = fixture.read(calendar, file);
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.created() + again.changed()).isZero();
        assertThat(fixture.dates(uid)).isEqualTo(before);
    }

    @Test
    void movesOneDateOfASeriesAndKeepsItsTickets() {
        String series = event(uid, start(TEN), "DURATION:PT2H", "RRULE:FREQ=DAILY;COUNT=3");
        fixture.read(calendar, file(series));
        EntryInstance second = fixture.dates(uid).get(1);
        Ticket ticket = fixture.ticket(fixture.offer(second, 5));
        String moved = event(uid, "RECURRENCE-ID;TZID=Europe/London:" + CalendarText.DATE_TIME.format(TEN.plusDays(1)),
                start(TEN.plusDays(1).plusHours(5)), "DURATION:PT1H", "SEQUENCE:1");
        assertThat(fixture.read(calendar, file(series, moved)).changed()).isEqualTo(1);
        EntryInstance after = tickets.byCode(ticket.code()).orElseThrow().instance();
        assertThat(after.id()).isEqualTo(second.id());
        assertThat(after.span().hours()).isEqualTo("15:00–16:00");
        assertThat(after.path()).isEqualTo(second.path());
    }

    @Test
    void movesASingleDateAndKeepsItsTickets() {
        fixture.read(calendar, file(event(uid, start(TEN), "DURATION:PT2H")));
        Ticket ticket = fixture.ticket(fixture.offer(fixture.dates(uid).getFirst(), 5));
        fixture.read(calendar, file(event(uid, start(TEN.plusDays(9)), "DURATION:PT2H", "SEQUENCE:1")));
        assertThat(fixture.dates(uid)).hasSize(1);
        Ticket after = tickets.byCode(ticket.code()).orElseThrow();
        assertThat(after.instance().span().firstDay()).isEqualTo(TEN.plusDays(9).toLocalDate());
        assertThat(after.instance().cancelled()).isFalse();
    }

    @Test
    void marksADateThatFellAwayAsCancelledWhereItHasTickets() {
        fixture.read(calendar, file(event(uid, start(TEN), "DURATION:PT2H", "RRULE:FREQ=DAILY;COUNT=2")));
        Ticket ticket = fixture.ticket(fixture.offer(fixture.dates(uid).get(1), 5));
        fixture.read(calendar, file(event(uid, start(TEN), "DURATION:PT2H", "SEQUENCE:1")));
        assertThat(tickets.byCode(ticket.code()).orElseThrow().instance().cancelled()).isTrue();
    }

    @Test
    void keepsOursWhenTheFileIsOlder() {
        fixture.read(calendar, file(event(uid, start(TEN), "DURATION:PT2H", "SEQUENCE:4")));
        assertThat(fixture.read(calendar, file(event(uid, start(TEN), "DURATION:PT3H", "SEQUENCE:3"))).unchanged())
            .isEqualTo(1);
        assertThat(fixture.entry(uid).duration()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void keepsACancelledEventAsCancelled() {
        fixture.read(calendar, file(event(uid, start(TEN), "DURATION:PT2H")));
        fixture.read(calendar, file(event(uid, start(TEN), "DURATION:PT2H", "SEQUENCE:1", "STATUS:CANCELLED")));
        assertThat(fixture.entry(uid).state()).isEqualTo(Entry.State.CANCELLED);
        assertThat(feeds.ofCalendar(calendar, GUEST).orElseThrow().text()).contains("STATUS:CANCELLED");
    }

    @Test
    void readsWholeDaysAndUtcTimes() {
        fixture.read(calendar, file(event(uid, "DTSTART;VALUE=DATE:20270703", "DTEND;VALUE=DATE:20270705")));
        assertThat(fixture.dates(uid).getFirst().span()).hasToString("Sat 3 July – Sun 4 July 2027");
        String utc = Fixture.name("utc");
        fixture.read(calendar, file(event(utc, "DTSTART:20270703T090000Z", "DTEND:20270703T100000Z")));
        assertThat(fixture.dates(utc).getFirst().span()).hasToString("Sat 3 July 2027, 10:00–11:00");
    }

    @Test
    void saysWhatIsWrongWithEachEventAndTakesTheOthers() {
        var report = fixture.read(calendar, file(event(uid, start(TEN), "DURATION:PT2H"),
                event("zone", "DTSTART;TZID=Nowhere/Place:20270101T100000"),
                event("date", "DTSTART:yesterday"), event("rule", start(TEN), "RRULE:FREQ=SOMETIMES"),
                event("backwards", start(TEN), "DTEND;TZID=Europe/London:20200101T100000"),
                event("none", "DESCRIPTION:no start")));
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.problems()).extracting(CalendarImports.Problem::uid)
            .containsExactly("zone", "date", "rule", "backwards", "none");
        assertThat(report.problems()).extracting(CalendarImports.Problem::message)
            .anySatisfy(message -> assertThat(message).contains("Nowhere/Place"));
    }

    @Test
    void refusesWhatIsNoCalendarFile() {
        for (String text : List.of("", "hello", "BEGIN:VCALENDAR\r\nnonsense\r\n",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n")) {
            assertThat(imports.read(calendar, text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ImportOutcome.Unreadable.class);
        }
        assertThat(imports.read(calendar, new byte[]{(byte) 0xff, (byte) 0xfe}))
            .isInstanceOf(ImportOutcome.Unreadable.class);
    }

    @Test
    void writesAFileThatReadsBackAsTheSameDates() {
        LocalDateTime second = TEN.plusWeeks(1);
        fixture.read(calendar, file(event(uid, start(TEN), "DURATION:PT2H", "RRULE:FREQ=WEEKLY;COUNT=4",
                "EXDATE;TZID=Europe/London:" + CalendarText.DATE_TIME.format(TEN.plusWeeks(2)),
                "DESCRIPTION:One\\, two\\; three\\nfour " + "long ".repeat(30), "LOCATION:The Shed\\, Mill Lane"),
                event(uid, "RECURRENCE-ID;TZID=Europe/London:" + CalendarText.DATE_TIME.format(second),
                        start(second.plusHours(1)), "DURATION:PT2H")));
        CalendarFeeds.Feed feed = feeds.ofCalendar(calendar, GUEST).orElseThrow();
        assertThat(feed.text().lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(75));
        assertThat(feeds.ofCalendar(calendar, GUEST).orElseThrow().tag()).isEqualTo(feed.tag());
        String copy = Fixture.name("copy");
        fixture.read(copy, feed.text().replace("UID:" + uid, "UID:" + copy));
        assertThat(fixture.dates(copy)).extracting(EntryInstance::startsAt)
            .isEqualTo(fixture.dates(uid).stream().map(EntryInstance::startsAt).toList())
            .hasSize(3);
        assertThat(fixture.entry(copy).description()).isEqualTo(fixture.entry(uid).description());
        assertThat(fixture.entry(copy).place()).isEqualTo(fixture.entry(uid).place());
    }
}
