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
import coop.roseash.contract.event.Booking;
import coop.roseash.contract.event.Bookings;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.fragment.TimeToLive;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// The member's coming bookings, for the account.
@Path("/internal/fragments/account-bookings")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(30)
public class AccountBookingsFragment {
    private static final int MOST = 20;

    private final Bookings bookings;
    private final CurrentVisitor current;
    private final Addresses addresses;

    AccountBookingsFragment(Bookings bookings, CurrentVisitor current, Addresses addresses) {
        this.bookings = bookings;
        this.current = current;
        this.addresses = addresses;
    }

    @GET
    public TemplateInstance show() {
        return Templates.show(bookings.upcomingOf(current.requireMember().id(), new PageRequest(1, MOST)),
                addresses.origin(AppName.EVENTS));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Page<Booking> bookings, String origin);
    }
}
