package coop.roseash.blog.feed;

import java.time.temporal.ChronoUnit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.blog.Posts;

/// Tells search engines every published address (sitemaps.org), and where to find that list.
@Path("/")
@RunOnVirtualThread
public class SiteMapResource {
    /// As many as one site map may hold.
    private static final int LIMIT = 50_000;

    private final Posts posts;
    private final String origin;

    SiteMapResource(Posts posts, Addresses addresses) {
        this.posts = posts;
        this.origin = addresses.origin(AppName.BLOG);
    }

    @GET
    @Path("/sitemap.xml")
    @Produces("application/xml;charset=UTF-8")
    public String siteMap() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n<url><loc>")
            .append(origin)
            .append("/</loc></url>\n");
        for (Posts.SiteAddress address : posts.addresses(LIMIT - 1)) {
            // Slugs hold letters, digits and dashes only: nothing to escape.
            xml.append("<url><loc>")
                .append(origin)
                .append(address.path())
                .append("</loc><lastmod>")
                .append(address.updatedAt().truncatedTo(ChronoUnit.SECONDS))
                .append("</lastmod></url>\n");
        }
        return xml.append("</urlset>\n").toString();
    }

    @GET
    @Path("/robots.txt")
    @Produces("text/plain;charset=UTF-8")
    public String robots() {
        return "User-agent: *\nDisallow: /edit\nDisallow: /search\nSitemap: " + origin + "/sitemap.xml\n";
    }
}
