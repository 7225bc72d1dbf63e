package coop.roseash.blog.feed;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.blog.Author;
import coop.roseash.contract.blog.Posts;
import coop.roseash.contract.blog.Posts.FeedOf;
import coop.roseash.contract.blog.Tag;

/// The newest posts for feed readers, whole, as far as everybody may read them; also by subject and by author.
@Path("/")
@RunOnVirtualThread
public class FeedResource {
    private static final int ITEMS = 20;

    private final Posts posts;
    private final FeedWriter writer;
    private final JsonFeed json;

    FeedResource(Posts posts, FeedWriter writer, JsonFeed json) {
        this.posts = posts;
        this.writer = writer;
        this.json = json;
    }

    @GET
    @Path("/rss")
    @Produces("application/rss+xml;charset=UTF-8")
    public String rss(@RestQuery @Nullable String tag, @RestQuery @Nullable String author) {
        return writer.rss(feed(tag, author));
    }

    @GET
    @Path("/tag/{slug}/rss")
    @Produces("application/rss+xml;charset=UTF-8")
    public String tagRss(String slug) {
        return writer.rss(feed(slug, null));
    }

    @GET
    @Path("/author/{slug}/rss")
    @Produces("application/rss+xml;charset=UTF-8")
    public String authorRss(String slug) {
        return writer.rss(feed(null, slug));
    }

    @GET
    @Path("/atom.xml")
    @Produces("application/atom+xml;charset=UTF-8")
    public String atom(@RestQuery @Nullable String tag, @RestQuery @Nullable String author) {
        return writer.atom(feed(tag, author));
    }

    @GET
    @Path("/feed.json")
    @Produces("application/feed+json;charset=UTF-8")
    public String json(@RestQuery @Nullable String tag, @RestQuery @Nullable String author) {
        return json.write(feed(tag, author));
    }

    private Feed feed(@Nullable String tagSlug, @Nullable String authorSlug) {
        if (tagSlug != null) {
            Tag tag = posts.tag(tagSlug).orElseThrow(NotFoundException::new);
            return new Feed(tag.name(), "/tag/" + tagSlug, "?tag=" + tagSlug, items(new FeedOf.OfTag(tagSlug)));
        }
        if (authorSlug != null) {
            Author author = posts.author(authorSlug).orElseThrow(NotFoundException::new);
            return new Feed(author.name(), "/author/" + authorSlug, "?author=" + authorSlug,
                    items(new FeedOf.OfAuthor(authorSlug)));
        }
        return new Feed("", "/", "", items(new FeedOf.Everything()));
    }

    private List<Posts.FeedItem> items(FeedOf of) {
        return posts.feed(of, ITEMS);
    }
}
