package coop.roseash.infrastructure.basket;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.member.Visitor;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// The way to the basket from any app. Cookies stay on their own address, so a guest's token is walked over: to the
/// cart, which gives the browser a nonce; back here for a token bound to it; to the cart again, which takes it.
@Path("/basket")
@RunOnVirtualThread
public class BasketOpenPage {
    private final CurrentVisitor visitor;
    private final HandoverTokens tokens;
    private final Addresses addresses;

    BasketOpenPage(CurrentVisitor visitor, HandoverTokens tokens, Addresses addresses) {
        this.visitor = visitor;
        this.tokens = tokens;
        this.addresses = addresses;
    }

    @GET
    @Path("open")
    public Response open() {
        if (addresses.self() == AppName.CART) {
            return toCart("/basket");
        }
        return switch (visitor.visitor()) {
            case Visitor.SignedIn member -> toCart("/basket/arrive");
            case Visitor.Guest(String token) when token.isEmpty() -> toCart("/basket");
            case Visitor.Guest guest -> toCart("/basket/begin?from=" + addresses.self().id());
        };
    }

    @GET
    @Path("hand-over")
    public Response handOver(@RestQuery @Nullable String nonce) {
        return nonce != null && HandoverTokens.isRandom(nonce)
                ? visitor.guest()
                    .map(guest -> toCart("/basket/adopt?token=" + tokens.issue(guest, nonce)))
                    .orElseGet(() -> toCart("/basket"))
                : toCart("/basket");
    }

    private Response toCart(String path) {
        return Response.status(Response.Status.SEE_OTHER)
            .header("Location", addresses.page(AppName.CART, path))
            .header("Cache-Control", "no-store")
            .header("Referrer-Policy", "no-referrer")
            .build();
    }
}
