package coop.roseash.events.fragment;

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
import coop.roseash.contract.event.Calendars;
import coop.roseash.contract.event.Entries;
import coop.roseash.contract.event.Entry;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.event.TicketOffer;
import coop.roseash.contract.event.TicketTypes;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.fragment.TimeToLive;

/// One entry at its next date, with its tickets; asked by `uid` or `slug`.
@Path("/internal/fragments/entry-card")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(30)
public class EntryCardFragment {
    private final Entries entries;
    private final Calendars calendars;
    private final TicketTypes tickets;
    private final Addresses addresses;

    EntryCardFragment(Entries entries, Calendars calendars, TicketTypes tickets, Addresses addresses) {
        this.entries = entries;
        this.calendars = calendars;
        this.tickets = tickets;
        this.addresses = addresses;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String uid, @RestQuery @Nullable String slug) {
        Entry entry = (uid != null && !uid.isBlank() ? entries.byUid(uid) : entries.bySlug(slug == null ? "" : slug))
            .filter(found -> !found.isDraft())
            .orElseThrow(NotFoundException::new);
        calendars.bySlug(entry.calendar().slug(), new Visitor.Guest("")).orElseThrow(NotFoundException::new);
        EntryInstance date = entries.dates(entry.id(), new PageRequest(1, 1))
            .items()
            .stream()
            .findFirst()
            .orElseThrow(NotFoundException::new);
        return Templates.show(entry, date, tickets.offers(date.id()), addresses.origin(AppName.EVENTS));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Entry entry, EntryInstance date, List<TicketOffer> offers, String origin);
    }
}
