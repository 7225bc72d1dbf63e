package coop.roseash.market.shop;

import java.util.List;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.market.Products;
import coop.roseash.contract.market.Products.Query;
import coop.roseash.market.shop.Listing.Selection;

/// Products by words; without words, everything.
@Path("/search")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SearchPage {
    private static final int LONGEST = 100;

    private final Products products;

    SearchPage(Products products) {
        this.products = products;
    }

    @GET
    public TemplateInstance show(@RestQuery @DefaultValue("") String q, @RestQuery List<String> diet,
            @RestQuery String stock, @RestQuery @DefaultValue("1") int page) {
        String text = q.strip();
        Query query = new Query(text.substring(0, Math.min(text.length(), LONGEST)), null, null, Query.ALL.diets(),
                false, false);
        return Templates
            .show(Listing.of(products, "/search", query, new Selection(diet, "yes".equals(stock), page)));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Listing listing);
    }
}
