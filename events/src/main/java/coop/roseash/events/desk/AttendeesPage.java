package coop.roseash.events.desk;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.event.CheckIns;
import coop.roseash.contract.event.Entries;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.event.Ticket;
import coop.roseash.contract.event.TicketOffer;
import coop.roseash.contract.event.TicketTypes;
import coop.roseash.contract.event.Tickets;
import coop.roseash.contract.event.Tickets.CancelOutcome;
import coop.roseash.contract.event.Tickets.GiveOutcome;
import coop.roseash.contract.event.Tickets.Holder;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Who has a ticket for one date: to read, to take along as a file, to give places away and to cancel.
@Path("/admin/dates/{id: \\d{1,18}}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed("steward")
public class AttendeesPage {
    private static final int SIZE = 50;
    private static final int CONFLICT = 409;

    private final Entries entries;
    private final Tickets tickets;
    private final TicketTypes types;
    private final CheckIns checkIns;

    AttendeesPage(Entries entries, Tickets tickets, TicketTypes types, CheckIns checkIns) {
        this.entries = entries;
        this.tickets = tickets;
        this.types = types;
        this.checkIns = checkIns;
    }

    @GET
    public TemplateInstance show(long id, @RestQuery @DefaultValue("1") int page) {
        return page(date(id), page, PlaceForm.BLANK, null);
    }

    @GET
    @Path("attendees.csv")
    @Produces("text/csv;charset=utf-8")
    public Response export(long id) {
        EntryInstance date = date(id);
        StreamingOutput rows = out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write(AttendeesFile.HEAD);
            Page<Ticket> page = tickets.attendees(id, new PageRequest(1, PageRequest.MAXIMUM_SIZE));
            text.write(AttendeesFile.rows(page.items()));
            while (page.hasNext()) {
                page = tickets.attendees(id, new PageRequest(page.number() + 1, PageRequest.MAXIMUM_SIZE));
                text.write(AttendeesFile.rows(page.items()));
            }
            text.flush();
        };
        return Response.ok(rows)
            .header("Content-Disposition", "attachment; filename=\"attendees-" + date.id() + ".csv\"")
            .build();
    }

    @POST
    @Path("places")
    public Response give(long id, @RestForm long offer, @RestForm @Nullable String name,
            @RestForm @Nullable String email) {
        EntryInstance date = date(id);
        PlaceForm form = PlaceForm.of(offer, Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(email, ""));
        if (!form.errors().isEmpty()) {
            return refuse(400, date, form, null);
        }
        if (types.offers(id).stream().noneMatch(known -> known.id() == offer)) {
            throw new NotFoundException();
        }
        return switch (tickets.give(offer, List.of(new Holder(form.name(), form.email())))) {
            case GiveOutcome.Given given -> back(id);
            case GiveOutcome.Full full -> refuse(CONFLICT, date, form, "No place is left of this kind.");
            case GiveOutcome.UnknownOffer unknown -> throw new NotFoundException();
        };
    }

    @POST
    @Path("tickets/{ticket: \\d{1,18}}/cancel")
    public Response cancel(long id, long ticket) {
        EntryInstance date = date(id);
        return switch (tickets.cancel(ticket)) {
            case CancelOutcome.Cancelled done -> back(id);
            case CancelOutcome.AlreadyCancelled done -> back(id);
            case CancelOutcome.AlreadyRedeemed late -> refuse(CONFLICT, date, PlaceForm.BLANK,
                    "This ticket has let its holder in; it can no longer be cancelled.");
            case CancelOutcome.UnknownTicket unknown -> throw new NotFoundException();
        };
    }

    private Response refuse(int status, EntryInstance date, PlaceForm form, @Nullable String problem) {
        return Response.status(status).entity(page(date, 1, form, problem)).build();
    }

    private static Response back(long id) {
        return Response.seeOther(URI.create("/admin/dates/" + id)).build();
    }

    private TemplateInstance page(EntryInstance date, int number, PlaceForm form, @Nullable String problem) {
        return Templates.show(date, checkIns.counts(date.id()), types.offers(date.id()),
                tickets.attendees(date.id(), new PageRequest(number, SIZE)), form, problem);
    }

    private EntryInstance date(long id) {
        return entries.instance(id).orElseThrow(NotFoundException::new);
    }

    /// The form that gives a place away.
    ///
    /// @param errors field → message
    public record PlaceForm(long offer, String name, String email, Map<String, String> errors) {
        static final PlaceForm BLANK = new PlaceForm(0, "", "", Map.of());

        static PlaceForm of(long offer, String name, String email) {
            Map<String, String> errors = name.isBlank() || name.length() > 200
                    ? Map.of("name", "Who is the place for?")
                    : email.strip().matches("[^@\\s]{1,64}@[^@\\s]{1,185}")
                            ? Map.of()
                            : Map.of("email", "Give an e-mail address like name@example.org");
            return new PlaceForm(offer, name.strip(), email.strip(), errors);
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(EntryInstance date, CheckIns.Counts counts, List<TicketOffer> offers,
                Page<Ticket> attendees, PlaceForm form, @Nullable String problem);
    }
}
