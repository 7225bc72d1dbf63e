package coop.roseash.events.booking;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.event.Booking;
import coop.roseash.contract.event.Bookings;
import coop.roseash.contract.event.Bookings.CancelOutcome;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// A member's own coming bookings, and cancelling them.
@Path("/bookings")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed("member")
public class BookingsPage {
    private static final int SIZE = 30;

    private final Bookings bookings;
    private final CurrentVisitor current;

    BookingsPage(Bookings bookings, CurrentVisitor current) {
        this.bookings = bookings;
        this.current = current;
    }

    @GET
    public TemplateInstance show(@RestQuery @DefaultValue("1") int page) {
        return page(page, null);
    }

    @POST
    @Path("{id: \\d{1,18}}/cancel")
    public Response cancel(long id) {
        return switch (bookings.cancel(id, current.requireMember().id())) {
            case CancelOutcome.Cancelled cancelled -> Response.seeOther(URI.create("/bookings")).build();
            case CancelOutcome.TooLate late -> Response.status(409)
                .entity(page(1, "It is too late to cancel this booking."))
                .build();
            case CancelOutcome.NotYours other -> throw new NotFoundException();
        };
    }

    private TemplateInstance page(int number, @Nullable String problem) {
        return Templates.show(bookings.upcomingOf(current.requireMember().id(), new PageRequest(number, SIZE)),
                problem);
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Page<Booking> bookings, @Nullable String problem);
    }
}
