package coop.roseash.events.fragment;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.event.CalendarImports;
import coop.roseash.testing.EmbeddedServices;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class EventsFragmentsTest {
    private static final String ORIGIN = "http://events.rose-ash.localhost:8080";
    private static final String FILE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            X-WR-CALNAME:Lent
            BEGIN:VEVENT
            UID:lent@rose-ash.example
            DTSTART;TZID=Europe/London:20260105T100000
            DURATION:PT1H
            RRULE:FREQ=DAILY
            SUMMARY:Lent out <daily>
            END:VEVENT
            END:VCALENDAR
            """;

    @Inject
    CalendarImports imports;

    @BeforeEach
    void fill() {
        imports.read("lent", FILE.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answersOnlyThePlatform() {
        for (String type : List.of("upcoming-entries", "entry-card", "calendar-widget", "account-tickets",
                "account-bookings")) {
            given().get("/internal/fragments/" + type).then().statusCode(403);
        }
    }

    @Test
    void showsEntriesElsewhereWithAbsoluteLinks() {
        String card = Arc.container()
            .instance(EntryCardFragment.class)
            .get()
            .show("lent@rose-ash.example", null)
            .render();
        assertThat(card).contains("Lent out &lt;daily&gt;", "href=\"" + ORIGIN + "/entries/");
        String upcoming = Arc.container().instance(UpcomingEntriesFragment.class).get().show("lent", 2).render();
        assertThat(upcoming.split(ORIGIN + "/entries/")).hasSize(3);
        String widget = Arc.container().instance(CalendarWidgetFragment.class).get().show("lent").render();
        assertThat(widget).contains("href=\"" + ORIGIN + "/months/");
    }
}
