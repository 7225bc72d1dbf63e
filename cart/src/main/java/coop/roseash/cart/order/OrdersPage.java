package coop.roseash.cart.order;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.cart.page.Answers;
import coop.roseash.contract.cart.Checkouts;
import coop.roseash.contract.cart.Order;
import coop.roseash.contract.cart.Orders;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Role;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// A member's own orders.
@Path("/orders")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class OrdersPage {
    private static final int SIZE = 20;

    private final Orders orders;
    private final Checkouts checkouts;
    private final CurrentVisitor visitor;

    OrdersPage(Orders orders, Checkouts checkouts, CurrentVisitor visitor) {
        this.orders = orders;
        this.checkouts = checkouts;
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance list(@RestQuery @DefaultValue("1") int page) {
        Member member = visitor.requireMember();
        return Templates.list(orders.ofMember(member.id(), new PageRequest(page, SIZE)), member.has(Role.SHOPKEEPER));
    }

    /// To the order's own link, for its owner.
    @GET
    @Path("{number: RA-[0-9]{1,15}}")
    public Response open(String number) {
        Member member = visitor.requireMember();
        return checkouts.ofMember(member.id(), number)
            .map(details -> Answers.see("/orders/" + details.secret()))
            .orElseThrow(NotFoundException::new);
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Page<Order> page, boolean keeper);
    }
}
