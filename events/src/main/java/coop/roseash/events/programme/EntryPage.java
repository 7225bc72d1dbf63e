package coop.roseash.events.programme;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.event.Calendars;
import coop.roseash.contract.event.Entries;
import coop.roseash.contract.event.Entry;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.event.TicketOffer;
import coop.roseash.contract.event.TicketTypes;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Role;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// One entry: what, when, where, and its tickets for one date.
@Path("/entries/{slug: [^/.]+}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class EntryPage {
    private static final int OTHER_DATES = 6;

    private final Entries entries;
    private final Calendars calendars;
    private final TicketTypes tickets;
    private final CurrentVisitor current;

    EntryPage(Entries entries, Calendars calendars, TicketTypes tickets, CurrentVisitor current) {
        this.entries = entries;
        this.calendars = calendars;
        this.tickets = tickets;
        this.current = current;
    }

    @GET
    public TemplateInstance next(String slug) {
        Entry entry = visible(slug);
        Page<EntryInstance> dates = entries.dates(entry.id(), new PageRequest(1, OTHER_DATES));
        return page(entry, dates.isEmpty() ? null : dates.items().getFirst(), dates);
    }

    @GET
    @Path("{date: \\d{8}T\\d{4}}")
    public TemplateInstance onDate(String slug, String date) {
        Entry entry = visible(slug);
        EntryInstance instance = entries.instance(entry.id(), parse(date)).orElseThrow(NotFoundException::new);
        return page(entry, instance, entries.dates(entry.id(), new PageRequest(1, OTHER_DATES)));
    }

    private TemplateInstance page(Entry entry, @Nullable EntryInstance date, Page<EntryInstance> dates) {
        List<TicketOffer> offers = date == null ? List.of() : tickets.offers(date.id());
        return Templates.show(entry, date, dates.items(), offers, current.member().orElse(null),
                List.of(entry.description().split("\n{2,}")),
                current.member().filter(member -> member.has(Role.STEWARD)).isPresent());
    }

    private Entry visible(String slug) {
        Entry entry = entries.bySlug(slug).filter(found -> !found.isDraft()).orElseThrow(NotFoundException::new);
        calendars.bySlug(entry.calendar().slug(), current.visitor()).orElseThrow(NotFoundException::new);
        return entry;
    }

    private static LocalDateTime parse(String date) {
        try {
            return LocalDateTime.parse(date, EntryInstance.RECURRENCE);
        } catch (DateTimeParseException e) {
            throw new NotFoundException();
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Entry entry, @Nullable EntryInstance date, List<EntryInstance> dates,
                List<TicketOffer> offers, @Nullable Member member, List<String> paragraphs, boolean steward);
    }
}
