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

import coop.roseash.contract.event.Calendar;
import coop.roseash.contract.event.Calendars;
import coop.roseash.contract.event.Entries;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.paging.Page;
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

    CalendarPage(Calendars calendars, Entries entries, CurrentVisitor current) {
        this.calendars = calendars;
        this.entries = entries;
        this.current = current;
    }

    @GET
    public TemplateInstance show(String slug, @RestQuery @DefaultValue("1") int page) {
        Calendar calendar = calendars.bySlug(slug, current.visitor()).orElseThrow(NotFoundException::new);
        return Templates.show(calendar, entries.upcoming(current.visitor(), slug, new PageRequest(page, SIZE)));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Calendar calendar, Page<EntryInstance> dates);
    }
}
