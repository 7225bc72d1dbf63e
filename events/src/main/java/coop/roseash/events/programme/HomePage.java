package coop.roseash.events.programme;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;

import jakarta.ws.rs.DefaultValue;
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

import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.event.Calendar;
import coop.roseash.contract.event.Calendars;
import coop.roseash.contract.event.Entries;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.member.Role;
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
    private final SiteSettings site;
    private final Clock clock;

    HomePage(Calendars calendars, Entries entries, CurrentVisitor current, SiteSettings site, Clock clock) {
        this.calendars = calendars;
        this.entries = entries;
        this.current = current;
        this.site = site;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestQuery @DefaultValue("1") int page, @RestQuery @Nullable String calendar) {
        String slug = calendar == null || calendar.isBlank() ? null : calendar;
        if (slug != null) {
            calendars.bySlug(slug, current.visitor()).orElseThrow(NotFoundException::new);
        }
        Page<EntryInstance> dates = entries.upcoming(current.visitor(), slug, new PageRequest(page, SIZE));
        return Templates.show(calendars.visibleTo(current.visitor()),
                Listing.of(dates, slug == null ? "/" : "/?calendar=" + slug), slug == null ? "" : slug,
                YearMonth.now(clock.withZone(site.zone())).toString(),
                current.member().filter(member -> member.has(Role.STEWARD)).isPresent());
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(List<Calendar> calendars, Listing listing, String chosen, String month,
                boolean steward);
    }
}
