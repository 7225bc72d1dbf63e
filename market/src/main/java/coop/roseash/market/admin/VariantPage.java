package coop.roseash.market.admin;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.market.Prices;
import coop.roseash.contract.market.Prices.ChangeOutcome;
import coop.roseash.contract.market.Product;
import coop.roseash.contract.market.Product.Variant;
import coop.roseash.contract.market.Products;
import coop.roseash.contract.stock.Stock;
import coop.roseash.contract.stock.Stock.Cause;
import coop.roseash.contract.stock.Stock.CountOutcome;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// One variant's price and stock, with its price history.
@Path("/admin/products/{id:[0-9]{1,18}}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("shopkeeper")
@RunOnVirtualThread
public class VariantPage {
    private static final int HISTORY = 20;

    private final Products products;
    private final Prices prices;
    private final Stock stock;
    private final CurrentVisitor visitor;

    VariantPage(Products products, Prices prices, Stock stock, CurrentVisitor visitor) {
        this.products = products;
        this.prices = prices;
        this.stock = stock;
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance show(long id, @RestQuery @DefaultValue("") String done) {
        return page(id, VariantForm.of(variant(id), stock.levels(List.of(Sellable.product(id)))), done);
    }

    @POST
    @Path("/price")
    public Response changePrice(long id, @RestForm @DefaultValue("") String price) {
        Variant variant = variant(id);
        VariantForm form = VariantForm.of(variant, Map.of()).withPrice(price);
        if (form.price().isEmpty()) {
            return refused(id, form.refuse("price", "Write the price like 3.80."));
        }
        String cause = visitor.requireMember().displayName();
        return switch (prices.change(id, form.price().get(), cause)) {
            case ChangeOutcome.Changed ignored -> done(id, "price");
            case ChangeOutcome.Same() -> done(id, "");
            case ChangeOutcome.Unknown() -> throw new NotFoundException();
            case ChangeOutcome.Refused(String message) -> refused(id, form.refuse("price", message));
        };
    }

    /// @param count made for the form, so that one sending of it is counted once
    @POST
    @Path("/stock")
    public Response count(long id, @RestForm @DefaultValue("") String onHand,
            @RestForm @DefaultValue("") String count) {
        VariantForm form = VariantForm.of(variant(id), Map.of()).withOnHand(onHand);
        if (!onHand.strip().matches("\\d{1,6}")) {
            return refused(id, form.refuse("onHand", "Write how many there are as a whole number."));
        }
        Cause cause = new Cause("recount", count.isBlank() ? UUID.randomUUID().toString() : count);
        return switch (stock.count(Sellable.product(id), Integer.parseInt(onHand.strip()), cause)) {
            case CountOutcome.Counted ignored -> done(id, "stock");
            case CountOutcome.BelowReserved(Stock.Level level) ->
                refused(id, form.refuse("onHand",
                        level.reserved() + " are reserved by orders; there must be at least as many."));
        };
    }

    private Variant variant(long id) {
        return products.byVariant(id)
            .flatMap(product -> product.variants().stream().filter(each -> each.id() == id).findFirst())
            .orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(long id, VariantForm form, String done) {
        Product product = products.byVariant(id).orElseThrow(NotFoundException::new);
        Variant variant = product.variants().stream().filter(each -> each.id() == id).findFirst().orElseThrow();
        return Templates.show(product, variant, form, prices.history(id, HISTORY), done);
    }

    private Response refused(long id, VariantForm form) {
        return Response.status(422).entity(page(id, form, "")).build();
    }

    private static Response done(long id, String what) {
        return Response.seeOther(URI.create("/admin/products/" + id + (what.isEmpty() ? "" : "?done=" + what))).build();
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Product product, Variant variant, VariantForm form,
                List<Prices.Change> history, String done);
    }
}
