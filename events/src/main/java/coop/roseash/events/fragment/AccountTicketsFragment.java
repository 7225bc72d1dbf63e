package coop.roseash.events.fragment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.event.Ticket;
import coop.roseash.contract.event.Tickets;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.fragment.TimeToLive;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// The member's coming tickets, for the account.
@Path("/internal/fragments/account-tickets")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(30)
public class AccountTicketsFragment {
    private static final int MOST = 20;

    private final Tickets tickets;
    private final CurrentVisitor current;
    private final Addresses addresses;

    AccountTicketsFragment(Tickets tickets, CurrentVisitor current, Addresses addresses) {
        this.tickets = tickets;
        this.current = current;
        this.addresses = addresses;
    }

    @GET
    public TemplateInstance show() {
        return Templates.show(tickets.upcomingOf(current.requireMember().id(), new PageRequest(1, MOST)),
                addresses.origin(AppName.EVENTS));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Page<Ticket> tickets, String origin);
    }
}
