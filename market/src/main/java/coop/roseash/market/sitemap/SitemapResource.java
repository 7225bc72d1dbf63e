package coop.roseash.market.sitemap;

import java.time.temporal.ChronoUnit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.market.Categories;
import coop.roseash.contract.market.Products;

/// The addresses of shelves and products (sitemaps.org), and where to find them.
@Path("/")
@RunOnVirtualThread
public class SitemapResource {
    private final Products products;
    private final Categories categories;
    private final Addresses addresses;

    SitemapResource(Products products, Categories categories, Addresses addresses) {
        this.products = products;
        this.categories = categories;
        this.addresses = addresses;
    }

    @GET
    @Path("/sitemap.xml")
    @Produces("application/xml;charset=UTF-8")
    public String sitemap() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        categories.departments()
            .forEach(
                    department -> department.shelves()
                        .forEach(shelf -> line(xml, "/categories/" + shelf.category().slug(), "")));
        products.addresses()
            .forEach(
                    each -> line(
                            xml,
                            "/products/" + each.slug(),
                            "<lastmod>" + each.changedAt().truncatedTo(ChronoUnit.SECONDS) + "</lastmod>"));
        return xml.append("</urlset>\n").toString();
    }

    @GET
    @Path("/robots.txt")
    @Produces("text/plain;charset=UTF-8")
    public String robots() {
        return "User-agent: *\nDisallow: /admin/\nDisallow: /basket/\nDisallow: /auth/\n\nSitemap: "
                + addresses.page(AppName.MARKET, "/sitemap.xml") + "\n";
    }

    /// Slugs are letters, digits and hyphens: nothing needs escaping.
    private void line(StringBuilder xml, String path, String more) {
        xml.append("<url><loc>")
            .append(addresses.page(AppName.MARKET, path))
            .append("</loc>")
            .append(more)
            .append("</url>\n");
    }
}
