package coop.roseash.market.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.annotation.security.RolesAllowed;
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
import coop.roseash.contract.market.Products.Results;
import coop.roseash.contract.paging.PageRequest;

/// Every product there ever was, for the shopkeeper.
@Path("/admin/products")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("shopkeeper")
@RunOnVirtualThread
public class ProductsPage {
    private static final int PAGE_SIZE = 50;

    private final Products products;

    ProductsPage(Products products) {
        this.products = products;
    }

    @GET
    public TemplateInstance show(@RestQuery @DefaultValue("") String q, @RestQuery @DefaultValue("1") int page) {
        Query query = new Query(q.strip(), null, null, Query.ALL.diets(), false, true);
        String path = "/admin/products?q=" + URLEncoder.encode(query.text(), StandardCharsets.UTF_8);
        return Templates.show(query, products.search(query, new PageRequest(page, PAGE_SIZE)), path);
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Query query, Results results, String path);
    }
}
