package coop.roseash.market.shop;

import java.util.List;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.market.Products;
import coop.roseash.contract.market.Products.Query;
import coop.roseash.contract.market.Supplier;
import coop.roseash.contract.market.Suppliers;
import coop.roseash.market.shop.Listing.Selection;

/// Who a supplier is, and what we have of them.
@Path("/suppliers/{slug}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SupplierPage {
    private final Suppliers suppliers;
    private final Products products;

    SupplierPage(Suppliers suppliers, Products products) {
        this.suppliers = suppliers;
        this.products = products;
    }

    @GET
    public TemplateInstance show(String slug, @RestQuery List<String> diet, @RestQuery String stock,
            @RestQuery @DefaultValue("1") int page) {
        Supplier supplier = suppliers.bySlug(slug).orElseThrow(NotFoundException::new);
        Query all = new Query("", null, slug, Query.ALL.diets(), false, false);
        return Templates.show(
                supplier,
                Listing.of(products, "/suppliers/" + slug, all, new Selection(diet, "yes".equals(stock), page)));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Supplier supplier, Listing listing);
    }
}
