package coop.roseash.events.ticket;

import java.net.URI;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.event.WaitingLists;
import coop.roseash.contract.event.WaitingLists.JoinOutcome;
import coop.roseash.contract.event.WaitingLists.Person;
import coop.roseash.contract.event.WaitingLists.Place;
import coop.roseash.contract.event.WaitingLists.TakeOutcome;
import coop.roseash.contract.member.Member;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// The queue for a date that is sold out.
@Path("/waiting-list")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class WaitingPage {
    private final WaitingLists waiting;
    private final CurrentVisitor current;
    private final Addresses addresses;

    WaitingPage(WaitingLists waiting, CurrentVisitor current, Addresses addresses) {
        this.waiting = waiting;
        this.current = current;
        this.addresses = addresses;
    }

    @POST
    public Response join(@RestForm long offer, @RestForm String name, @RestForm String email) {
        Long member = current.member().map(Member::id).orElse(null);
        Person person = new Person(name == null ? "" : name, email == null ? "" : email, member);
        return switch (waiting.join(offer, person)) {
            case JoinOutcome.Joined joined -> Response.seeOther(URI.create("/waiting-list/" + joined.place().token()))
                .build();
            case JoinOutcome.AlreadyWaiting already -> refuse(409, "You are on this list already; look for our mail.");
            case JoinOutcome.StillOnSale still -> refuse(409, "There are places left: you need not wait.");
            case JoinOutcome.Full full -> refuse(409, "This list is full.");
            case JoinOutcome.Invalid(String field, String message) -> Response.status(400)
                .entity(Templates
                    .join(new WaitingForm(offer, person.name(), person.email(), Map.of(field, message))))
                .build();
            case JoinOutcome.UnknownOffer unknown -> throw new NotFoundException();
        };
    }

    @GET
    @Path("{token}")
    public TemplateInstance show(String token) {
        return Templates.show(waiting.byToken(token).orElseThrow(NotFoundException::new));
    }

    @POST
    @Path("{token}/take")
    public Response take(String token) {
        return switch (waiting.take(token, current.visitorToKeep())) {
            case TakeOutcome.InBasket taken -> Response.seeOther(addresses.page(AppName.CART, "/")).build();
            case TakeOutcome.NoLongerOffered gone -> refuse(409, "This place is no longer held for you.");
        };
    }

    @POST
    @Path("{token}/leave")
    public Response leave(String token) {
        waiting.leave(token);
        return Response.seeOther(URI.create("/waiting-list/" + token)).build();
    }

    private static Response refuse(int status, String message) {
        return Response.status(status).entity(Templates.refused(message)).build();
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Place place);

        static native TemplateInstance join(WaitingForm form);

        static native TemplateInstance refused(String message);
    }
}
