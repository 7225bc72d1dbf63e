package coop.roseash.events.booking;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
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

import coop.roseash.contract.event.Bookings;
import coop.roseash.contract.event.Bookings.BookOutcome;
import coop.roseash.contract.event.Bookings.Request;
import coop.roseash.contract.event.Bookings.Slot;
import coop.roseash.contract.event.Resource;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// What can be booked, the free times of a day, and booking one.
@Path("/resources")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ResourcesPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private final Bookings bookings;
    private final CurrentVisitor current;
    private final Clock clock;

    ResourcesPage(Bookings bookings, CurrentVisitor current, Clock clock) {
        this.bookings = bookings;
        this.current = current;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list() {
        return Templates.list(bookings.resources());
    }

    @GET
    @Path("{slug: [a-z0-9-]+}")
    public TemplateInstance show(String slug, @RestQuery @Nullable String day) {
        Resource resource = resource(slug);
        LocalDate wanted = day == null || day.isBlank() ? LocalDate.now(clock.withZone(resource.zone())) : date(day);
        return page(resource, wanted, BookingForm.BLANK);
    }

    @POST
    @Path("{slug: [a-z0-9-]+}")
    @RolesAllowed("member")
    public Response book(String slug, @RestForm @Nullable String day, @RestForm @Nullable String from,
            @RestForm @Nullable String slots, @RestForm @Nullable String purpose) {
        Resource resource = resource(slug);
        LocalDate wanted = date(text(day));
        BookingForm form = new BookingForm(text(from), text(slots), text(purpose), Map.of());
        LocalTime start = time(form.from());
        if (start == null) {
            return refuse(400, resource, wanted, form.refuse("from", "Choose when it begins"));
        }
        return switch (bookings.book(current.requireMember().id(),
                new Request(slug, wanted, start, count(form.slots()), form.purpose()))) {
            case BookOutcome.Booked booked -> Response.seeOther(URI.create("/bookings")).build();
            case BookOutcome.Taken taken -> refuse(409, resource, wanted, form.refuse("from",
                    "Somebody was quicker: a part of this time is taken. The times below are up to date."));
            case BookOutcome.Invalid(String field, String message) -> refuse(400, resource, wanted,
                    form.refuse(field, message));
            case BookOutcome.UnknownResource unknown -> throw new NotFoundException();
        };
    }

    private Response refuse(int status, Resource resource, LocalDate day, BookingForm form) {
        return Response.status(status).entity(page(resource, day, form)).build();
    }

    private TemplateInstance page(Resource resource, LocalDate day, BookingForm form) {
        String here = resource.path() + "?day=" + day;
        String signIn = current.member().isPresent()
                ? null
                : "/auth/login?to=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
        return Templates.show(resource, day, DAY.format(day), bookings.slots(resource, day), form, signIn);
    }

    private Resource resource(String slug) {
        return bookings.resource(slug).orElseThrow(NotFoundException::new);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequestException("A day looks like 2027-01-31.");
        }
    }

    private static @Nullable LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int count(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(List<Resource> resources);

        static native TemplateInstance show(Resource resource, LocalDate day, String dayTitle, List<Slot> slots,
                BookingForm form, @Nullable String signIn);
    }
}
