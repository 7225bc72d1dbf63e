package coop.roseash.cart.admin;

import java.util.Arrays;

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

import coop.roseash.cart.page.Answers;
import coop.roseash.contract.cart.Order;
import coop.roseash.contract.cart.OrderBook;
import coop.roseash.contract.cart.OrderBook.OrderFile;
import coop.roseash.contract.cart.Payments;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// All orders with their payments, for shopkeepers.
@Path("/admin/orders")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed("shopkeeper")
public class OrderAdminPage {
    private static final int SIZE = 50;

    private final OrderBook book;
    private final Payments payments;

    OrderAdminPage(OrderBook book, Payments payments) {
        this.book = book;
        this.payments = payments;
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String state, @RestQuery @DefaultValue("1") int page) {
        Order.State wanted = Arrays.stream(Order.State.values())
            .filter(each -> each.name().equals(state))
            .findFirst()
            .orElse(null);
        return Templates.list(book.orders(wanted, new PageRequest(page, SIZE)), Order.State.values(),
                wanted == null ? "" : wanted.name());
    }

    @GET
    @Path("{number}")
    public TemplateInstance show(String number) {
        return Templates.show(book.file(number).orElseThrow(NotFoundException::new));
    }

    /// Asks the provider about all of the order's payments now.
    @POST
    @Path("{number}/look")
    public Response look(String number) {
        OrderFile file = book.file(number).orElseThrow(NotFoundException::new);
        payments.lookAt(file.details().order().number());
        return Answers.see("/admin/orders/" + file.details().order().number());
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Page<Order> page, Order.State[] states, String chosen);

        static native TemplateInstance show(OrderFile file);
    }
}
