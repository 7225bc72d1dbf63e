package coop.roseash.cart.fragment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.cart.Baskets;
import coop.roseash.infrastructure.basket.BasketViews;
import coop.roseash.infrastructure.fragment.TimeToLive;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// How many things are in the visitor's basket and what they come to, in every page's header.
@Path("/internal/fragments/cart-mini")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(30)
public class CartMiniFragment {
    private final Baskets baskets;
    private final CurrentVisitor visitor;

    CartMiniFragment(Baskets baskets, CurrentVisitor visitor) {
        this.baskets = baskets;
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance show() {
        return BasketViews.mini(baskets.of(visitor.visitor()));
    }
}
