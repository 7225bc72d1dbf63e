package coop.roseash.blog.feed;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.blog.Picture;
import coop.roseash.contract.blog.PostSummary;
import coop.roseash.contract.blog.Posts.FeedItem;

/// Writes JSON Feed 1.1.
@ApplicationScoped
class JsonFeed {
    private final SiteSettings site;
    private final ObjectMapper json;
    private final String origin;

    JsonFeed(SiteSettings site, ObjectMapper json, Addresses addresses) {
        this.site = site;
        this.json = json;
        this.origin = addresses.origin(AppName.BLOG);
    }

    String write(Feed feed) {
        ObjectNode document = json.createObjectNode()
            .put("version", "https://jsonfeed.org/version/1.1")
            .put("title", feed.title(site.name()))
            .put("description", site.strapline())
            .put("language", site.locale().toLanguageTag())
            .put("home_page_url", origin + feed.path())
            .put("feed_url", origin + "/feed.json" + feed.query());
        var items = document.putArray("items");
        feed.items().forEach(item -> items.add(item(item)));
        return document.toString();
    }

    private ObjectNode item(FeedItem item) {
        PostSummary post = item.summary();
        ObjectNode entry = json.createObjectNode()
            .put("id", origin + "/#post-" + post.id())
            .put("url", origin + post.path())
            .put("title", post.title())
            .put("summary", post.excerpt())
            .put("content_html", item.html())
            .put("date_published", post.publishedAt().toString())
            .put("date_modified", post.updatedAt().toString());
        Picture picture = post.picture();
        if (picture != null) {
            entry.put("image", picture.address().startsWith("/") ? origin + picture.address() : picture.address());
        }
        PostSummary.Link author = post.author();
        if (author != null) {
            entry.putArray("authors")
                .addObject()
                .put("name", author.name())
                .put("url", origin + "/author/" + author.slug());
        }
        PostSummary.Link tag = post.tag();
        if (tag != null) {
            entry.putArray("tags").add(tag.name());
        }
        return entry;
    }
}
