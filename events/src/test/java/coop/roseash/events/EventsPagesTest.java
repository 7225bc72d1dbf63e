package coop.roseash.events;

import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

import coop.roseash.contract.event.CalendarImports;
import coop.roseash.contract.event.CalendarImports.ImportOutcome;
import coop.roseash.contract.event.Entries;
import coop.roseash.contract.event.Entry;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.event.TicketOffer;
import coop.roseash.contract.event.TicketTypes;
import coop.roseash.contract.event.TicketTypes.Definition;
import coop.roseash.contract.event.Tickets;
import coop.roseash.contract.event.Tickets.GiveOutcome;
import coop.roseash.contract.event.Tickets.Holder;
import coop.roseash.contract.member.Role;
import coop.roseash.contract.money.Money;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.trade.VatClass;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class EventsPagesTest {
    private static final String UID = "bread@rose-ash.example";
    private static final String FILE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Test//EN
            X-WR-CALNAME:Classes
            X-WR-TIMEZONE:Europe/London
            BEGIN:VEVENT
            UID:bread@rose-ash.example
            DTSTAMP:20261001T090000Z
            DTSTART;TZID=Europe/London:20200104T100000
            DTEND;TZID=Europe/London:20200104T140000
            RRULE:FREQ=WEEKLY
            SUMMARY:Bread <for> all
            LOCATION:The Bakehouse
            DESCRIPTION:Flour and water.
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");

    @Inject
    CalendarImports imports;
    @Inject
    Entries entries;
    @Inject
    TicketTypes types;
    @Inject
    Tickets tickets;
    @Inject
    SessionFactory sessions;

    private Entry entry;
    private EntryInstance date;
    private TicketOffer offer;

    @BeforeEach
    void fill() {
        imports.read("classes", FILE.getBytes(StandardCharsets.UTF_8));
        entry = entries.byUid(UID).orElseThrow();
        Definition place = new Definition("Place", "", new Money(1200, Currency.getInstance("GBP")), VatClass.STANDARD,
                20,
                null, null);
        types.define(entry.id(), place);
        date = entries.dates(entry.id(), new PageRequest(1, 1)).items().getFirst();
        offer = types.offers(date.id()).getFirst();
    }

    @Test
    void readsTheSameFileAgainWithoutAChange() {
        ImportOutcome again = imports.read("classes", FILE.getBytes(StandardCharsets.UTF_8));
        assertThat(again).isInstanceOfSatisfying(ImportOutcome.Imported.class, imported -> {
            assertThat(imported.report().created()).isZero();
            assertThat(imported.report().changed()).isZero();
            assertThat(imported.report().unchanged()).isEqualTo(1);
        });
    }

    @Test
    void readsAFileWhoseLinesEndAsOnUnix() {
        byte[] file = FILE.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(imports.read("classes", file)).isInstanceOf(ImportOutcome.Imported.class);
    }

    @Test
    void keepsTheHourOverADaylightSavingChange() {
        assertThat(entries.dates(entry.id(), new PageRequest(1, 60)).items())
            .hasSizeGreaterThan(50)
            .allSatisfy(each -> assertThat(each.span().hours()).isEqualTo("10:00–14:00"));
    }

    @Test
    void listsWhatIsOn() {
        page().get("/").then().statusCode(200).body(containsString("Bread &lt;for&gt; all"));
        page().get("/calendars/classes").then().statusCode(200).body(containsString("/calendars/classes.ics"));
        page().get("/months/" + date.span().firstDay().toString().substring(0, 7))
            .then()
            .statusCode(200)
            .body(containsString(date.path()));
    }

    @Test
    void sellsTicketsOnTheEntrysPage() {
        page().get(date.path())
            .then()
            .statusCode(200)
            .body(containsString("£12.00"), containsString("name=\"id\" value=\"" + offer.id() + "\""));
        page().get(entry.path()).then().statusCode(200);
    }

    @Test
    void answersWhatIsNotThereWith404() {
        page().get("/entries/nothing").then().statusCode(404);
        page().get(entry.path() + "/20200105T1000").then().statusCode(404);
        page().get("/calendars/nothing").then().statusCode(404);
        page().get("/months/2026-13").then().statusCode(404);
        page().get("/tickets/RA1.1.1.AAAA").then().statusCode(404);
    }

    @Test
    void offersFilesToSubscribeTo() {
        String tag = RestAssured.given()
            .get("/calendars/classes.ics")
            .then()
            .statusCode(200)
            .contentType("text/calendar")
            .body(containsString("UID:" + UID), containsString("BEGIN:VTIMEZONE"))
            .extract()
            .header("ETag");
        page().header("If-None-Match", tag).get("/calendars/classes.ics").then().statusCode(304);
    }

    @Test
    void letsATicketInOnceAndSaysWhyNotTwice() {
        String code = ticket();
        RequestSpecification steward = page().cookie(SignIn.COOKIE, SignIn.as("stella", Role.STEWARD));
        checkIn(code, true).then().statusCode(200).body(containsString("Welcome, Ada"));
        checkIn(code, true).then().statusCode(200).body(containsString("Already in"));
        checkIn("RA1.9.9.zzzz", false).then().statusCode(200).body(containsString("Not a ticket of ours"));
        steward.get("/check-in/" + date.id()).then().statusCode(200).body(containsString("Ada"));
    }

    @Test
    void keepsTheDoorToStewards() {
        page().get("/check-in").then().statusCode(303);
        page().cookie(SignIn.COOKIE, SignIn.as("sam")).get("/check-in").then().statusCode(403);
    }

    @Test
    void drawsTheQrCodeForMails() {
        byte[] picture = page().accept("image/*")
            .get("/tickets/" + ticket() + "/qr.png")
            .then()
            .statusCode(200)
            .contentType("image/png")
            .extract()
            .asByteArray();
        assertThat(picture).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void filtersByCalendarAndPages() {
        page().get("/?calendar=classes&page=2")
            .then()
            .statusCode(200)
            .body(containsString("calendar=classes&amp;page=3"));
        page().get("/?calendar=nothing").then().statusCode(404);
    }

    @Test
    void letsPeopleWaitOnceItIsSoldOutAndLosesNothingTheyTyped() {
        types.define(entry.id(), new Definition("Stool", "", new Money(0, Currency.getInstance("GBP")),
                VatClass.STANDARD, 0, null, null));
        long stool = types.offers(date.id()).stream().filter(TicketOffer::isSoldOut).findFirst().orElseThrow().id();
        wait(stool, "Ada", "nowhere").then()
            .statusCode(400)
            .body(containsString("value=\"Ada\""), containsString("value=\"nowhere\""));
        String place = wait(stool, "Ada", UUID.randomUUID() + "@rose-ash.example").then()
            .statusCode(303)
            .extract()
            .header("Location");
        page().get(place.replaceFirst("^https?://[^/]+", ""))
            .then()
            .statusCode(200)
            .body(containsString("You are next"));
        wait(offer.id(), "Ada", "ada@rose-ash.example").then().statusCode(409);
    }

    @Test
    void showsListsMonthsAndEntriesWithFewStatements() {
        assertThat(statements("/")).isLessThanOrEqualTo(3);
        assertThat(statements("/months/" + date.span().firstDay().toString().substring(0, 7))).isLessThanOrEqualTo(3);
        assertThat(statements(date.path())).isLessThanOrEqualTo(10);
        assertThat(statements("/calendars/classes.ics")).isLessThanOrEqualTo(5);
    }

    @Test
    void showsATicketWithItsQrCodeToWhoeverHasItsAddress() {
        page().get("/tickets/" + ticket()).then().statusCode(200).body(containsString("<svg class=\"qr\""));
    }

    @Test
    void refusesAFileThatIsNoCalendarAndSaysSo() {
        page().cookie(SignIn.COOKIE, SignIn.as("stella", Role.STEWARD))
            .header("Origin", "http://events.rose-ash.localhost:8080")
            .multiPart("calendar", "classes")
            .multiPart("file", "x.ics", "hello".getBytes(StandardCharsets.UTF_8), "text/calendar")
            .post("/admin/import")
            .then()
            .statusCode(400)
            .body(containsString("error-summary"), not(containsString("Exception")));
    }

    private long statements(String path) {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        page().get(path).then().statusCode(200);
        return statistics.getPrepareStatementCount();
    }

    private io.restassured.response.Response wait(long id, String name, String email) {
        return page().header("Origin", "http://events.rose-ash.localhost:8080")
            .formParam("offer", id)
            .formParam("name", name)
            .formParam("email", email)
            .post("/waiting-list");
    }

    private String ticket() {
        GiveOutcome given = tickets.give(offer.id(), List.of(new Holder("Ada", "ada@rose-ash.example")));
        return ((GiveOutcome.Given) given).tickets().getFirst().code();
    }

    private io.restassured.response.Response checkIn(String code, boolean anyway) {
        return page().cookie(SignIn.COOKIE, SignIn.as("stella", Role.STEWARD))
            .header("Origin", "http://events.rose-ash.localhost:8080")
            .formParam("code", code)
            .formParam("nonce", UUID.randomUUID().toString())
            .formParam("anyway", anyway)
            .post("/check-in/" + date.id());
    }

    private static RequestSpecification page() {
        return RestAssured.given().redirects().follow(false).accept("text/html");
    }
}
