package coop.roseash.events.desk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.event.Calendar;
import coop.roseash.contract.event.Calendars;
import coop.roseash.contract.event.Entries;
import coop.roseash.contract.event.Entry;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.event.TicketTypes;
import coop.roseash.contract.event.Tickets;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.events.Site;
import coop.roseash.testing.EmbeddedServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class DeskPagesTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate DAY = LocalDate.now(LONDON).plusDays(4);

    @Inject
    Calendars calendars;
    @Inject
    Entries entries;
    @Inject
    TicketTypes types;
    @Inject
    Tickets tickets;

    private String title;

    @BeforeEach
    void makeACalendar() {
        calendars.save(new Calendar(0, "talks", "Talks", "", LONDON, Calendar.Colour.SKY, Calendar.Visibility.PUBLIC));
        title = "Talk " + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void keepsTheDeskToStewards() {
        for (String path : List.of("/admin", "/admin/entries/new", "/admin/import", "/admin/dates/1")) {
            Site.member("sam").get(path).then().statusCode(403);
        }
        Site.steward().get("/admin").then().statusCode(200).body(containsString("New entry"));
    }

    @Test
    void publishesAnEntryAndShowsIt() {
        String page = publish("WEEKLY");
        Site.guest().get(page).then().statusCode(200).body(containsString(title));
        Entry entry = entry(page);
        assertThat(entry.rrule()).isEqualTo("FREQ=WEEKLY");
        assertThat(dates(entry)).hasSizeGreaterThan(10)
            .allSatisfy(date -> assertThat(date.span().hours()).isEqualTo("10:00–12:00"));
    }

    @Test
    void keepsADraftFromEverybodyElse() {
        String location = form("ONCE").formParam("publish", "false")
            .post("/admin/entries/new")
            .then()
            .statusCode(303)
            .header("Location", containsString("/admin/entries/"))
            .extract()
            .header("Location");
        Site.steward().get("/admin").then().body(containsString(title));
        Site.guest().get("/").then().body(not(containsString(title)));
        long id = Long.parseLong(location.replaceAll(".*/", ""));
        Site.guest().get(entries.byId(id).orElseThrow().path()).then().statusCode(404);
    }

    @Test
    void saysWhatIsWrongNextToTheFieldAndLosesNothing() {
        form("ONCE").formParam("publish", "true")
            .formParam("endDay", DAY.minusDays(2).toString())
            .formParam("address", "4 Mill Lane")
            .post("/admin/entries/new")
            .then()
            .statusCode(400)
            .body(containsString("It ends before it begins"), containsString(title), containsString("4 Mill Lane"),
                    containsString("href=\"#endTime\""));
        Site.steward()
            .formParam("startDay", "tomorrow")
            .formParam("startTime", "ten")
            .post("/admin/entries/new")
            .then()
            .statusCode(400)
            .body(containsString("A day looks like"), containsString("value=\"tomorrow\""));
    }

    @Test
    void refusesToOverwriteWhatSomebodyElseChanged() {
        Entry entry = entry(publish("ONCE"));
        String path = "/admin/entries/" + entry.id();
        Site.steward().get(path).then().statusCode(200).body(containsString(title));
        form("KEEP").formParam("publish", "true").formParam("sequence", 0).post(path).then().statusCode(303);
        form("KEEP").formParam("publish", "true")
            .formParam("sequence", 0)
            .post(path)
            .then()
            .statusCode(409)
            .body(containsString("Somebody changed this meanwhile"));
    }

    @Test
    void cancelsAnEntryAndKeepsItsPage() {
        String page = publish("ONCE");
        Site.steward().post("/admin/entries/" + entry(page).id() + "/cancel").then().statusCode(303);
        Site.guest().get(page).then().statusCode(200).body(containsString("This is cancelled"));
    }

    @Test
    void definesTicketsAndSellsThem() {
        String page = publish("ONCE");
        String path = "/admin/entries/" + entry(page).id() + "/tickets";
        Site.steward()
            .formParam("name", "Seat")
            .formParam("price", "£7.50")
            .formParam("quota", "3")
            .post(path)
            .then()
            .statusCode(303);
        Site.guest().get(page).then().body(containsString("£7.50"), containsString("3 left"));
        Site.steward().get(path + "?name=Seat").then().statusCode(200).body(containsString("value=\"7.50\""));
        Site.steward()
            .formParam("name", "Seat")
            .formParam("price", "cheap")
            .formParam("quota", "many")
            .post(path)
            .then()
            .statusCode(400)
            .body(containsString("A price looks like"), containsString("value=\"cheap\""),
                    containsString("value=\"many\""));
    }

    @Test
    void givesCancelsAndExportsPlaces() {
        Entry entry = entry(publish("ONCE"));
        Site.steward()
            .formParam("name", "Seat")
            .formParam("quota", "2")
            .post("/admin/entries/" + entry.id() + "/tickets")
            .then()
            .statusCode(303);
        EntryInstance date = dates(entry).getFirst();
        long offer = types.offers(date.id()).getFirst().id();
        String path = "/admin/dates/" + date.id();
        give(path, offer, "=Formula, \"Bo\"").then().statusCode(303);
        give(path, offer, "Cy").then().statusCode(303);
        give(path, offer, "Di").then().statusCode(409).body(containsString("No place is left"), containsString("Di"));
        give(path, offer, "").then().statusCode(400).body(containsString("Who is the place for?"));
        Site.steward()
            .accept("*/*")
            .get(path + "/attendees.csv")
            .then()
            .statusCode(200)
            .contentType(startsWith("text/csv"))
            .body(startsWith("Name,"), containsString("\"'=Formula, \"\"Bo\"\"\",di@rose-ash.example,Seat,"));
        long ticket = tickets.attendees(date.id(), new PageRequest(1, 1)).items().getFirst().id();
        Site.steward().post(path + "/tickets/" + ticket + "/cancel").then().statusCode(303);
        Site.steward().get(path).then().statusCode(200).body(containsString("Cancelled"));
        assertThat(types.offers(date.id()).getFirst().left()).isEqualTo(1);
    }

    private static io.restassured.response.Response give(String path, long offer, String name) {
        return Site.steward()
            .formParam("offer", offer)
            .formParam("name", name)
            .formParam("email", "di@rose-ash.example")
            .post(path + "/places");
    }

    private String publish(String repeat) {
        return form(repeat).formParam("publish", "true")
            .post("/admin/entries/new")
            .then()
            .statusCode(303)
            .header("Location", containsString("/entries/talk-"))
            .extract()
            .header("Location")
            .replaceFirst("^https?://[^/]+", "");
    }

    private io.restassured.specification.RequestSpecification form(String repeat) {
        return Site.steward()
            .formParam("calendar", "talks")
            .formParam("title", title)
            .formParam("startDay", DAY.toString())
            .formParam("startTime", "10:00")
            .formParam("endTime", "12:00")
            .formParam("repeat", repeat);
    }

    private Entry entry(String page) {
        return entries.bySlug(page.replace("/entries/", "")).orElseThrow();
    }

    private List<EntryInstance> dates(Entry entry) {
        return entries.dates(entry.id(), new PageRequest(1, 50)).items();
    }
}
