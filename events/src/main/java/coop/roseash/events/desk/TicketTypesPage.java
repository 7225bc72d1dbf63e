package coop.roseash.events.desk;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.event.Entries;
import coop.roseash.contract.event.Entry;
import coop.roseash.contract.event.TicketType;
import coop.roseash.contract.event.TicketTypes;
import coop.roseash.contract.event.TicketTypes.DefineOutcome;
import coop.roseash.contract.event.TicketTypes.Definition;

/// The kinds of tickets of one entry; a kind is known by its name.
@Path("/admin/entries/{id: \\d{1,18}}/tickets")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed("steward")
public class TicketTypesPage {
    private final Entries entries;
    private final TicketTypes types;
    private final SiteSettings site;

    TicketTypesPage(Entries entries, TicketTypes types, SiteSettings site) {
        this.entries = entries;
        this.types = types;
        this.site = site;
    }

    @GET
    public TemplateInstance show(long id, @RestQuery @DefaultValue("") String name) {
        Entry entry = entry(id);
        List<TicketType> known = types.ofEntry(id);
        TicketTypeForm form = known.stream()
            .filter(type -> type.name().equals(name))
            .findFirst()
            .map(type -> TicketTypeForm.of(type, entry.calendar().zone()))
            .orElseGet(TicketTypeForm::blank);
        return Templates.show(entry, known, form);
    }

    @POST
    public Response define(long id, @BeanParam TicketTypeForm form) {
        Entry entry = entry(id);
        Definition definition = form.definition(site.currency(), entry.calendar().zone());
        if (definition == null) {
            return refuse(entry, form);
        }
        return switch (types.define(id, definition)) {
            case DefineOutcome.Defined defined -> Response.seeOther(URI.create("/admin/entries/" + id + "/tickets"))
                .build();
            case DefineOutcome.Refused refused -> refuse(entry, form.refuse(refused.errors()));
            case DefineOutcome.UnknownEntry unknown -> throw new NotFoundException();
        };
    }

    private Response refuse(Entry entry, TicketTypeForm form) {
        return Response.status(400).entity(Templates.show(entry, types.ofEntry(entry.id()), form)).build();
    }

    private Entry entry(long id) {
        return entries.byId(id).orElseThrow(NotFoundException::new);
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Entry entry, List<TicketType> types, TicketTypeForm form);
    }
}
