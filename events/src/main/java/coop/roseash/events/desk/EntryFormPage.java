package coop.roseash.events.desk;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.event.Calendar;
import coop.roseash.contract.event.Calendars;
import coop.roseash.contract.event.Entries;
import coop.roseash.contract.event.Entry;
import coop.roseash.contract.event.EntryDesk;
import coop.roseash.contract.event.EntryDesk.SaveOutcome;
import coop.roseash.contract.event.EntryDraft;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// Writes, changes and cancels an entry.
@Path("/admin/entries")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed("steward")
public class EntryFormPage {
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    private final EntryDesk desk;
    private final Entries entries;
    private final Calendars calendars;
    private final CurrentVisitor current;
    private final ZoneId zone;
    private final Clock clock;

    EntryFormPage(EntryDesk desk, Entries entries, Calendars calendars, CurrentVisitor current, SiteSettings site,
            Clock clock) {
        this.desk = desk;
        this.entries = entries;
        this.calendars = calendars;
        this.current = current;
        this.zone = site.zone();
        this.clock = clock;
    }

    @GET
    @Path("new")
    public TemplateInstance write() {
        String calendar = calendars().stream().map(Calendar::slug).findFirst().orElse("");
        return page(null, EntryForm.blank(calendar, LocalDate.now(clock.withZone(zone)).plusDays(1)));
    }

    @POST
    @Path("new")
    public Response create(@BeanParam EntryForm form) {
        EntryDraft draft = form.draft(zoneOf(form), null);
        return draft == null ? refuse(BAD_REQUEST, null, form) : answer(desk.create(draft), null, form);
    }

    @GET
    @Path("{id: \\d{1,18}}")
    public TemplateInstance edit(long id) {
        Entry entry = entry(id);
        return page(entry, EntryForm.of(entry));
    }

    @POST
    @Path("{id: \\d{1,18}}")
    public Response change(long id, @BeanParam EntryForm form) {
        Entry entry = entry(id);
        EntryDraft draft = form.draft(zoneOf(form), entry.rrule());
        return draft == null
                ? refuse(BAD_REQUEST, entry, form)
                : answer(desk.update(id, form.sequence, draft), entry, form);
    }

    @POST
    @Path("{id: \\d{1,18}}/cancel")
    public Response cancel(long id) {
        Entry entry = entry(id);
        desk.cancel(id);
        return Response.seeOther(URI.create(entry.path())).build();
    }

    private Response answer(SaveOutcome outcome, @Nullable Entry entry, EntryForm form) {
        return switch (outcome) {
            case SaveOutcome.Saved saved -> Response.seeOther(URI.create(
                    saved.entry().isDraft() ? "/admin/entries/" + saved.entry().id() : saved.entry().path()))
                .build();
            case SaveOutcome.Refused refused -> refuse(BAD_REQUEST, entry, form.refuse(refused.errors()));
            case SaveOutcome.ChangedMeanwhile now -> refuse(CONFLICT, now.entry(), form.behind(now.entry()));
            case SaveOutcome.UnknownEntry gone -> throw new NotFoundException();
        };
    }

    private Response refuse(int status, @Nullable Entry entry, EntryForm form) {
        return Response.status(status).entity(page(entry, form)).build();
    }

    private TemplateInstance page(@Nullable Entry entry, EntryForm form) {
        return Templates.show(entry, form, calendars(), Repeat.choices(entry == null ? null : entry.rrule()));
    }

    private ZoneId zoneOf(EntryForm form) {
        return calendars.bySlug(Objects.requireNonNullElse(form.calendar, ""), current.visitor())
            .map(Calendar::zone)
            .orElse(zone);
    }

    private List<Calendar> calendars() {
        return calendars.visibleTo(current.visitor());
    }

    private Entry entry(long id) {
        return entries.byId(id).orElseThrow(NotFoundException::new);
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(@Nullable Entry entry, EntryForm form, List<Calendar> calendars,
                List<Repeat> repeats);
    }
}
