package coop.roseash.market.shop;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.market.Categories;
import coop.roseash.contract.market.Categories.Department;
import coop.roseash.contract.market.ProductSummary;
import coop.roseash.contract.market.Products;

/// The counter: every shelf with a picture, and what is new.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class HomePage {
    private static final int NEWEST = 8;

    private final Categories categories;
    private final Products products;

    HomePage(Categories categories, Products products) {
        this.categories = categories;
        this.products = products;
    }

    @GET
    public TemplateInstance show() {
        return Templates.show(categories.departments(), products.newest(NEWEST));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(List<Department> departments, List<ProductSummary> newest);
    }
}
