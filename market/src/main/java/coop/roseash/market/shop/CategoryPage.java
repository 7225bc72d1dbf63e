package coop.roseash.market.shop;

import java.util.List;
import java.util.Objects;

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

import coop.roseash.contract.market.Categories;
import coop.roseash.contract.market.Categories.Department;
import coop.roseash.contract.market.Category;
import coop.roseash.contract.market.Products;
import coop.roseash.contract.market.Products.Query;
import coop.roseash.market.shop.Listing.Selection;

/// One shelf, or all shelves of a department.
@Path("/categories/{slug}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CategoryPage {
    private final Categories categories;
    private final Products products;

    CategoryPage(Categories categories, Products products) {
        this.categories = categories;
        this.products = products;
    }

    @GET
    public TemplateInstance show(String slug, @RestQuery List<String> diet, @RestQuery String stock,
            @RestQuery @DefaultValue("1") int page) {
        Category category = categories.bySlug(slug).orElseThrow(NotFoundException::new);
        long departmentId = Objects.requireNonNullElse(category.parentId(), category.id());
        List<Department> departments = categories.departments()
            .stream()
            .filter(each -> each.category().id() == departmentId)
            .toList();
        Query all = new Query("", slug, null, Query.ALL.diets(), false, false);
        Listing listing = Listing
            .of(products, "/categories/" + slug, all, new Selection(diet, "yes".equals(stock), page));
        return Templates.show(category, departments, listing);
    }

    @CheckedTemplate
    static class Templates {
        /// @param departments the one the category is or stands in; none while it is empty
        static native TemplateInstance show(Category category, List<Department> departments, Listing listing);
    }
}
