package coop.roseash.events.booking;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.event.Bookings;
import coop.roseash.contract.event.Bookings.BookOutcome;
import coop.roseash.contract.event.Bookings.CancelOutcome;
import coop.roseash.contract.event.Bookings.Request;
import coop.roseash.contract.event.Bookings.Slot;
import coop.roseash.contract.event.Resource;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// What can be booked, the free times of a day, and booking one.
@Path("/resources")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ResourcesPage {
    private final Bookings bookings;
    private final CurrentVisitor current;
    private final Addresses addresses;
    private final Clock clock;

    ResourcesPage(Bookings bookings, CurrentVisitor current, Addresses addresses, Clock clock) {
        this.bookings = bookings;
        this.current = current;
        this.addresses = addresses;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list() {
        return Templates.list(bookings.resources());
    }

    @GET
    @Path("{slug: [a-z0-9-]+}")
    public TemplateInstance show(String slug, @RestQuery @Nullable String day) {
        Resource resource = bookings.resource(slug).orElseThrow(NotFoundException::new);
        LocalDate wanted = day == null || day.isBlank() ? LocalDate.now(clock.withZone(resource.zone())) : date(day);
        return page(resource, wanted, "", null);
    }

    @POST
    @Path("{slug: [a-z0-9-]+}")
    @RolesAllowed("member")
    public Response book(String slug, @RestForm String day, @RestForm String from,
            @RestForm @DefaultValue("1") int slots, @RestForm @DefaultValue("") String purpose) {
        Resource resource = bookings.resource(slug).orElseThrow(NotFoundException::new);
        LocalDate wanted = date(day);
        Request request = new Request(slug, wanted, time(from), slots, purpose);
        return switch (bookings.book(current.requireMember().id(), request)) {
            case BookOutcome.Booked booked -> Response.seeOther(addresses.page(AppName.ACCOUNT, "/")).build();
            case BookOutcome.Taken taken -> refuse(409, resource, wanted, purpose,
                    "Somebody was quicker: a part of this time is taken. The free times below are up to date.");
            case BookOutcome.Invalid(String field, String message) -> refuse(400, resource, wanted, purpose, message);
            case BookOutcome.UnknownResource unknown -> throw new NotFoundException();
        };
    }

    @POST
    @Path("bookings/{id: \\d{1,18}}/cancel")
    @RolesAllowed("member")
    public Response cancel(long id) {
        return switch (bookings.cancel(id, current.requireMember().id())) {
            case CancelOutcome.Cancelled cancelled -> Response.seeOther(URI.create("/resources")).build();
            case CancelOutcome.TooLate late -> throw new BadRequestException("It is too late to cancel this booking.");
            case CancelOutcome.NotYours other -> throw new NotFoundException();
        };
    }

    private Response refuse(int status, Resource resource, LocalDate day, String purpose, String message) {
        return Response.status(status).entity(page(resource, day, purpose, message)).build();
    }

    private TemplateInstance page(Resource resource, LocalDate day, String purpose, @Nullable String problem) {
        return Templates.show(resource, day, bookings.slots(resource, day), purpose, problem,
                current.member().isPresent());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException | NullPointerException e) {
            throw new BadRequestException("A day looks like 2027-01-31.");
        }
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException | NullPointerException e) {
            throw new BadRequestException("A time looks like 09:30.");
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(List<Resource> resources);

        static native TemplateInstance show(Resource resource, LocalDate day, List<Slot> slots, String purpose,
                @Nullable String problem, boolean signedIn);
    }
}
