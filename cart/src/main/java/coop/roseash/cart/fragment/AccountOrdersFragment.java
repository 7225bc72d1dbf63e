package coop.roseash.cart.fragment;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.cart.Order;
import coop.roseash.contract.cart.Orders;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.fragment.TimeToLive;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// A member's latest orders, for the account's dashboard.
@Path("/internal/fragments/account-orders")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(60)
public class AccountOrdersFragment {
    private static final int MOST = 5;

    private final Orders orders;
    private final CurrentVisitor visitor;
    private final Addresses addresses;

    AccountOrdersFragment(Orders orders, CurrentVisitor visitor, Addresses addresses) {
        this.orders = orders;
        this.visitor = visitor;
        this.addresses = addresses;
    }

    @GET
    public TemplateInstance show() {
        List<Order> latest = visitor.member()
            .map(member -> orders.ofMember(member.id(), new PageRequest(1, MOST)).items())
            .orElse(List.of());
        return Templates.show(latest, addresses.origin(AppName.CART), addresses.origin(AppName.MARKET));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(List<Order> orders, String cart, String market);
    }
}
