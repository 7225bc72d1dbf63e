package coop.roseash.market.fragment;

import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.market.ProductSummary;
import coop.roseash.contract.market.Products;
import coop.roseash.infrastructure.fragment.TimeToLive;

/// A product with its price and a button to buy it, for a post or any other page; asked by `id`, `sku` or `slug`.
@Path("/internal/fragments/product-card")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(30)
public class ProductCardFragment {
    private final Products products;
    private final Addresses addresses;

    ProductCardFragment(Products products, Addresses addresses) {
        this.products = products;
        this.addresses = addresses;
    }

    @GET
    public TemplateInstance show(@RestQuery String id, @RestQuery String sku, @RestQuery String slug) {
        String key = Stream.of(id, sku, slug)
            .filter(each -> each != null && !each.isBlank())
            .findFirst()
            .orElseThrow(NotFoundException::new);
        ProductSummary item = products.summary(key).orElseThrow(NotFoundException::new);
        return Templates.show(item, addresses.origin(AppName.MARKET));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(ProductSummary item, String origin);
    }
}
