package coop.roseash.events.fragment;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.event.Calendar;
import coop.roseash.contract.event.Calendars;
import coop.roseash.contract.event.Entries;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.member.Visitor;
import coop.roseash.infrastructure.fragment.TimeToLive;

/// What is left of this month in one calendar.
@Path("/internal/fragments/calendar-widget")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(60)
public class CalendarWidgetFragment {
    private static final int MOST = 20;

    private final Calendars calendars;
    private final Entries entries;
    private final Addresses addresses;
    private final Clock clock;

    CalendarWidgetFragment(Calendars calendars, Entries entries, Addresses addresses, Clock clock) {
        this.calendars = calendars;
        this.entries = entries;
        this.addresses = addresses;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String calendar) {
        Visitor anybody = new Visitor.Guest("");
        Calendar shown = calendars.bySlug(calendar == null ? "" : calendar, anybody)
            .orElseThrow(NotFoundException::new);
        ZoneId zone = shown.zone();
        YearMonth month = YearMonth.now(clock.withZone(zone));
        List<EntryInstance> dates = entries.between(anybody, shown.slug(), clock.instant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
        return Templates.show(shown, dates.stream().limit(MOST).toList(), month.toString(),
                addresses.origin(AppName.EVENTS));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Calendar calendar, List<EntryInstance> dates, String month, String origin);
    }
}
