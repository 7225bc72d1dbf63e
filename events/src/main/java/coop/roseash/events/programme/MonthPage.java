package coop.roseash.events.programme;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
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

import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.event.Calendar;
import coop.roseash.contract.event.Calendars;
import coop.roseash.contract.event.Entries;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// A month at a glance, for all calendars or one.
@Path("/months/{month: \\d{4}-\\d{2}}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MonthPage {
    private final Calendars calendars;
    private final Entries entries;
    private final CurrentVisitor current;
    private final ZoneId zone;
    private final Clock clock;

    MonthPage(Calendars calendars, Entries entries, CurrentVisitor current,
            SiteSettings site, Clock clock) {
        this.calendars = calendars;
        this.entries = entries;
        this.current = current;
        this.zone = site.zone();
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(String month, @RestQuery @Nullable String calendar) {
        YearMonth wanted = parse(month);
        String slug = calendar == null || calendar.isBlank() ? null : calendar;
        if (slug != null) {
            calendars.bySlug(slug, current.visitor()).orElseThrow(NotFoundException::new);
        }
        Month grid = Month.of(wanted, LocalDate.now(clock.withZone(zone)), entries.between(current.visitor(), slug,
                Month.firstDay(wanted).atStartOfDay(zone).toInstant(),
                Month.lastDay(wanted).atStartOfDay(zone).toInstant()));
        return Templates.show(grid, calendars.visibleTo(current.visitor()), slug == null ? "" : slug);
    }

    private static YearMonth parse(String month) {
        try {
            YearMonth parsed = YearMonth.parse(month);
            if (parsed.getYear() < 1970 || parsed.getYear() > 2100) {
                throw new NotFoundException();
            }
            return parsed;
        } catch (DateTimeException e) {
            throw new NotFoundException();
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Month month, List<Calendar> calendars, String chosen);
    }
}
