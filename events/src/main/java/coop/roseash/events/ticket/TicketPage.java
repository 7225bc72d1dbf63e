package coop.roseash.events.ticket;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.event.Ticket;
import coop.roseash.contract.event.Tickets;

/// A ticket with its QR code; whoever has the address has the ticket.
@Path("/tickets/{code: RA1\\.[A-Za-z0-9._-]+}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class TicketPage {
    private final Tickets tickets;

    TicketPage(Tickets tickets) {
        this.tickets = tickets;
    }

    @GET
    public TemplateInstance show(String code) {
        Ticket ticket = tickets.byCode(code).orElseThrow(NotFoundException::new);
        return Templates.show(ticket, QrCode.of(ticket.code()));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Ticket ticket, QrCode qr);
    }
}
