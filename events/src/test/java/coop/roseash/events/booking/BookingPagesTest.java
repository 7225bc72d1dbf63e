package coop.roseash.events.booking;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import coop.roseash.contract.event.Bookings;
import coop.roseash.contract.event.Place;
import coop.roseash.contract.event.Resource;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.events.Site;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class BookingPagesTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String DAY = LocalDate.now(LONDON).plusDays(3).toString();

    @Inject
    Bookings bookings;

    private Resource room;

    @BeforeEach
    void openARoom() {
        String slug = "room-" + UUID.randomUUID().toString().substring(0, 8);
        room = bookings.save(new Resource(0, slug, "Room " + slug, "", Resource.Kind.ROOM, LONDON, LocalTime.of(9, 0),
                LocalTime.of(12, 0), 60), new Place("", ""));
    }

    @Test
    void showsTheFreeTimesOfADay() {
        Site.guest().get("/resources").then().statusCode(200).body(containsString(room.name()));
        Site.guest().get(room.path() + "?day=" + DAY).then().statusCode(200).body(containsString("09:00–10:00"));
        Site.guest().get(room.path() + "?day=soon").then().statusCode(400);
        Site.guest().get("/resources/nothing").then().statusCode(404);
    }

    @Test
    void booksOnceAndKeepsWhatWasTypedWhenTaken() {
        book("sam", "09:00", "2", "Band practice").then().statusCode(303).header("Location", endsWith("/bookings"));
        book("shirin", "10:00", "1", "Knitting circle").then()
            .statusCode(409)
            .body(containsString("Somebody was quicker"), containsString("Knitting circle"),
                    containsString("field__error"));
        Site.member("sam").get("/bookings").then().statusCode(200).body(containsString("Band practice"));
    }

    @Test
    void saysWhichFieldIsWrong() {
        book("sam", "", "1", "x").then().statusCode(400).body(containsString("Choose when it begins"));
        book("sam", "11:00", "2", "x").then().statusCode(400).body(containsString("after closing time"));
        book("sam", "11:00", "1", "").then().statusCode(400).body(containsString("href=\"#purpose\""));
    }

    @Test
    void asksAGuestToSignIn() {
        Site.guest().get(room.path()).then().body(containsString("/auth/login?to=%2Fresources%2F" + room.slug()));
        Site.guest().formParam("day", DAY).formParam("from", "09:00").post(room.path()).then().statusCode(401);
        Site.guest().get("/bookings").then().statusCode(303);
    }

    @Test
    void cancelsOnlyOnesOwn() {
        book("sam", "09:00", "1", "Band practice").then().statusCode(303);
        long sam = SignIn.member("sam").id();
        long booking = bookings.upcomingOf(sam, new PageRequest(1, 200))
            .items()
            .stream()
            .filter(each -> each.resourceId() == room.id())
            .findFirst()
            .orElseThrow()
            .id();
        Site.member("shirin").post("/bookings/" + booking + "/cancel").then().statusCode(404);
        Site.member("sam").post("/bookings/" + booking + "/cancel").then().statusCode(303);
        assertThat(bookings.slots(room, LocalDate.parse(DAY))).allMatch(Bookings.Slot::free);
    }

    private Response book(String handle, String from, String slots, String purpose) {
        return Site.member(handle)
            .formParam("day", DAY)
            .formParam("from", from)
            .formParam("slots", slots)
            .formParam("purpose", purpose)
            .post(room.path());
    }
}
