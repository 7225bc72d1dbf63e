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
@RunOnVirtualThread
public class TicketPage {
    private final Tickets tickets;

    TicketPage(Tickets tickets) {
        this.tickets = tickets;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(String code) {
        Ticket ticket = ticket(code);
        return Templates.show(ticket, QrCode.of(ticket.code()));
    }

    @GET
    @Path("qr.png")
    @Produces("image/png")
    public byte[] picture(String code) {
        return QrCode.of(ticket(code).code()).png();
    }

    private Ticket ticket(String code) {
        return tickets.byCode(code).orElseThrow(NotFoundException::new);
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Ticket ticket, QrCode qr);
    }
}
