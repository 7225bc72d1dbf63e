package coop.roseash.market.shop;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.market.Product;
import coop.roseash.contract.market.Products;

/// All that there is to know about one product, and the way to buy it.
@Path("/products/{slug}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ProductPage {
    private final Products products;
    private final Addresses addresses;
    private final ProductJsonLd jsonLd;

    ProductPage(Products products, Addresses addresses, ProductJsonLd jsonLd) {
        this.products = products;
        this.addresses = addresses;
        this.jsonLd = jsonLd;
    }

    @GET
    public TemplateInstance show(String slug) {
        Product product = products.bySlug(slug).orElseThrow(NotFoundException::new);
        String address = addresses.page(AppName.MARKET, "/products/" + slug).toString();
        return Templates.show(product, address, new RawString(jsonLd.of(product, address)));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Product product, String address, RawString jsonLd);
    }
}
