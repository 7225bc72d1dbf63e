package coop.roseash.cart.basket;

import java.util.Arrays;
import java.util.Optional;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.cart.page.Answers;
import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.cart.Baskets;
import coop.roseash.contract.member.Visitor;
import coop.roseash.infrastructure.basket.HandoverTokens;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// The cart's end of the walk from another app (see `BasketOpenPage`).
@Path("/basket")
@RunOnVirtualThread
public class ArrivalPage {
    private static final String NONCE = "ra_handover";
    private static final int SECONDS = 120;

    private final CurrentVisitor visitor;
    private final Baskets baskets;
    private final HandoverTokens tokens;
    private final Addresses addresses;

    ArrivalPage(CurrentVisitor visitor, Baskets baskets, HandoverTokens tokens, Addresses addresses) {
        this.visitor = visitor;
        this.baskets = baskets;
        this.tokens = tokens;
        this.addresses = addresses;
    }

    /// A member who is signed in elsewhere, and so can be here without being asked again.
    @GET
    @Path("arrive")
    public Response arrive() {
        return Answers.see(visitor.member().isPresent() ? "/basket" : "/auth/login?to=%2Fbasket");
    }

    @GET
    @Path("begin")
    public Response begin(@RestQuery @Nullable String from, UriInfo uri) {
        Optional<AppName> app = Arrays.stream(AppName.values())
            .filter(each -> each.id().equals(from) && each != AppName.CART)
            .findFirst();
        if (app.isEmpty()) {
            return Answers.see("/basket");
        }
        String nonce = HandoverTokens.random();
        return Response.fromResponse(Answers.see(addresses.page(app.get(), "/basket/hand-over?nonce=" + nonce)))
            .cookie(nonce(nonce, SECONDS, uri))
            .build();
    }

    @GET
    @Path("adopt")
    public Response adopt(@RestQuery @Nullable String token, @CookieParam(NONCE) @Nullable String nonce, UriInfo uri) {
        tokens.take(token, nonce).ifPresent(this::welcome);
        return Response.fromResponse(Answers.see("/basket")).cookie(nonce("", 0, uri)).build();
    }

    private void welcome(Visitor.Guest arrived) {
        switch (visitor.visitor()) {
            case Visitor.SignedIn member -> baskets.merge(arrived, member);
            case Visitor.Guest(String own) when own.isEmpty() -> visitor.adoptGuest(arrived.token());
            case Visitor.Guest guest -> baskets.join(arrived, guest);
        }
    }

    private static NewCookie nonce(String value, int seconds, UriInfo uri) {
        return new NewCookie.Builder(NONCE).value(value)
            .path("/basket")
            .httpOnly(true)
            .secure("https".equals(uri.getRequestUri().getScheme()))
            .sameSite(NewCookie.SameSite.LAX)
            .maxAge(seconds)
            .build();
    }
}
