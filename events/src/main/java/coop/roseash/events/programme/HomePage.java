package coop.roseash.events.programme;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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

/// What is on next, in every calendar.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class HomePage {
    private static final int SIZE = 20;

    private final Calendars calendars;
    private final Entries entries;
    private final CurrentVisitor current;
    private final Clock clock;

    HomePage(Calendars calendars, Entries entries, CurrentVisitor current, Clock clock) {
        this.calendars = calendars;
        this.entries = entries;
        this.current = current;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestQuery @DefaultValue("1") int page) {
        return Templates.show(calendars.visibleTo(current.visitor()),
                entries.upcoming(current.visitor(), null, new PageRequest(page, SIZE)),
                YearMonth.now(clock).toString());
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(List<Calendar> calendars, Page<EntryInstance> dates, String month);
    }
}
