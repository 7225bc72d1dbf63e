package coop.roseash.service.event;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.event.Bookings;
import coop.roseash.contract.event.Bookings.BookOutcome;
import coop.roseash.contract.event.Bookings.CancelOutcome;
import coop.roseash.contract.event.Bookings.Request;
import coop.roseash.contract.event.Bookings.Slot;
import coop.roseash.contract.event.Place;
import coop.roseash.contract.event.Resource;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.testing.EmbeddedServices;

import static coop.roseash.service.event.Fixture.event;
import static coop.roseash.service.event.Fixture.file;
import static coop.roseash.service.event.Fixture.start;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class BookingDeskTest {
    private static final LocalDate DAY = LocalDate.now(Fixture.LONDON).plusDays(5);
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final long MEMBER = 4_711;

    @Inject
    Fixture fixture;
    @Inject
    Bookings bookings;

    private Resource room;

    @BeforeEach
    void openARoom() {
        String slug = Fixture.name("room");
        room = bookings.save(new Resource(0, slug, "The " + slug, "", Resource.Kind.ROOM, Fixture.LONDON, NINE,
                LocalTime.of(12, 0), 60), new Place("The " + slug, ""));
    }

    @Test
    void givesATimeToOneOfManyWhoWantItAtOnce() throws Exception {
        List<BookOutcome> outcomes = Fixture.atOnce(8, () -> book(NINE, 2));
        assertThat(outcomes).filteredOn(BookOutcome.Booked.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(BookOutcome.Taken.class::isInstance).hasSize(7);
        assertThat(bookings.slots(room, DAY)).extracting(Slot::free).containsExactly(false, false, true);
    }

    @Test
    void refusesWhatOverlapsAndTakesWhatTouches() {
        assertThat(book(NINE, 1)).isInstanceOf(BookOutcome.Booked.class);
        assertThat(book(NINE.plusHours(1), 2)).isInstanceOf(BookOutcome.Booked.class);
        assertThat(book(NINE, 3)).isInstanceOf(BookOutcome.Taken.class);
    }

    @Test
    void givesACancelledTimeToSomebodyElse() {
        long id = ((BookOutcome.Booked) book(NINE, 1)).booking().id();
        assertThat(bookings.cancel(id, MEMBER + 1)).isInstanceOf(CancelOutcome.NotYours.class);
        assertThat(bookings.cancel(id, MEMBER)).isInstanceOf(CancelOutcome.Cancelled.class);
        assertThat(book(NINE, 1)).isInstanceOf(BookOutcome.Booked.class);
        assertThat(bookings.upcomingOf(MEMBER, new PageRequest(1, 200)).items())
            .filteredOn(booking -> booking.resourceId() == room.id())
            .hasSize(1);
    }

    @Test
    void saysWhichFieldIsWrong() {
        assertThat(invalid(new Request(room.slug(), DAY, NINE.plusMinutes(7), 1, "x"))).isEqualTo("from");
        assertThat(invalid(new Request(room.slug(), DAY, NINE, 4, "x"))).isEqualTo("slots");
        assertThat(invalid(new Request(room.slug(), DAY, NINE, 0, "x"))).isEqualTo("slots");
        assertThat(invalid(new Request(room.slug(), DAY, NINE, 1, " "))).isEqualTo("purpose");
        assertThat(invalid(new Request(room.slug(), DAY.minusDays(30), NINE, 1, "x"))).isEqualTo("from");
        assertThat(invalid(new Request(room.slug(), DAY.plusDays(300), NINE, 1, "x"))).isEqualTo("day");
        assertThat(bookings.book(MEMBER, new Request("nothing", DAY, NINE, 1, "x")))
            .isInstanceOf(BookOutcome.UnknownResource.class);
    }

    @Test
    void keepsARoomForTheEntriesHeldInIt() {
        assertThat(book(NINE.plusHours(2), 1)).isInstanceOf(BookOutcome.Booked.class);
        String place = "LOCATION:" + room.name();
        String uid = Fixture.name("choir");
        var report = fixture.read(Fixture.name("calendar"),
                file(event(uid, start(DAY.atTime(10, 0)), "DURATION:PT1H", place),
                        event(uid + "-late", start(DAY.atTime(11, 0)), "DURATION:PT1H", place)));
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.uid()).isEqualTo(uid + "-late");
            assertThat(problem.message()).contains("already booked");
        });
        assertThat(book(NINE.plusHours(1), 1)).isInstanceOf(BookOutcome.Taken.class);
    }

    private String invalid(Request request) {
        return ((BookOutcome.Invalid) bookings.book(MEMBER, request)).field();
    }

    private BookOutcome book(LocalTime from, int slots) {
        return bookings.book(MEMBER, new Request(room.slug(), DAY, from, slots, "Band practice"));
    }
}
