package coop.roseash.events.door;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.event.CheckIns;
import coop.roseash.contract.event.CheckIns.Scan;
import coop.roseash.contract.event.Entries;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.event.Ticket;
import coop.roseash.contract.event.Tickets;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// What a steward at the door has in hand: who is in, who is expected, and a field for the code.
@Path("/check-in")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed("steward")
public class CheckInPage {
    private static final int SIZE = 50;
    private static final String GATE = "Door";

    private final CheckIns checkIns;
    private final Entries entries;
    private final Tickets tickets;
    private final CurrentVisitor current;

    CheckInPage(CheckIns checkIns, Entries entries, Tickets tickets, CurrentVisitor current) {
        this.checkIns = checkIns;
        this.entries = entries;
        this.tickets = tickets;
        this.current = current;
    }

    @GET
    public TemplateInstance choose(@RestQuery @DefaultValue("1") int page) {
        return Templates.choose(entries.upcoming(current.visitor(), null, new PageRequest(page, SIZE)));
    }

    @GET
    @Path("{instance: \\d{1,18}}")
    public TemplateInstance show(long instance, @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("") String code) {
        return page(instance, page, new Door(code, GATE, null));
    }

    @POST
    @Path("{instance: \\d{1,18}}")
    public TemplateInstance redeem(long instance, @RestForm @Nullable String code, @RestForm @Nullable String nonce,
            @RestForm @Nullable String gate, @RestForm boolean anyway) {
        entries.instance(instance).orElseThrow(NotFoundException::new);
        String once = nonce == null || nonce.length() < 8 || nonce.length() > 64 ? UUID.randomUUID().toString() : nonce;
        String where = gate == null || gate.isBlank() || gate.length() > 60 ? GATE : gate.strip();
        Scan scan = new Scan(code == null ? "" : code.strip(), instance, once, where, current.requireMember().id(),
                anyway);
        return page(instance, 1, new Door("", where, DoorAnswer.of(checkIns.redeem(scan), scan.code())));
    }

    /// @param code to begin with
    private record Door(String code, String gate, @Nullable DoorAnswer answer) {}

    private TemplateInstance page(long instance, int number, Door door) {
        EntryInstance date = entries.instance(instance).orElseThrow(NotFoundException::new);
        return Templates.show(date, checkIns.counts(instance),
                tickets.attendees(instance, new PageRequest(number, SIZE)), door.code(), door.gate(),
                UUID.randomUUID().toString(), door.answer());
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance choose(Page<EntryInstance> dates);

        static native TemplateInstance show(EntryInstance date, CheckIns.Counts counts, Page<Ticket> attendees,
                String code, String gate, String nonce, @Nullable DoorAnswer answer);
    }
}
