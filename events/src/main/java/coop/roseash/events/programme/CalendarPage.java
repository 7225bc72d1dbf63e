package coop.roseash.events.programme;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.event.Calendar;
import coop.roseash.contract.event.Calendars;
import coop.roseash.contract.event.Entries;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// One calendar's next dates, and how to subscribe to it.
@Path("/calendars/{slug: [a-z0-9-]+}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CalendarPage {
    private static final int SIZE = 20;

    private final Calendars calendars;
    private final Entries entries;
    private final CurrentVisitor current;
    private final Addresses addresses;

    CalendarPage(Calendars calendars, Entries entries, CurrentVisitor current, Addresses addresses) {
        this.calendars = calendars;
        this.entries = entries;
        this.current = current;
        this.addresses = addresses;
    }

    @GET
    public TemplateInstance show(String slug, @RestQuery @DefaultValue("1") int page) {
        Calendar calendar = calendars.bySlug(slug, current.visitor()).orElseThrow(NotFoundException::new);
        String feed = addresses.page(AppName.EVENTS, calendar.path() + ".ics").toString();
        return Templates.show(calendar,
                Listing.of(entries.upcoming(current.visitor(), slug, new PageRequest(page, SIZE)), calendar.path()),
                feed,
                feed.replaceFirst("^https?:", "webcal:"));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Calendar calendar, Listing listing, String feed, String webcal);
    }
}
