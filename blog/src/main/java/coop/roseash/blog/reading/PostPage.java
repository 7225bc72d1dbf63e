package coop.roseash.blog.reading;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.blog.Post;
import coop.roseash.contract.blog.PostSummary;
import coop.roseash.contract.blog.Posts;
import coop.roseash.contract.blog.Posts.FindOutcome;
import coop.roseash.infrastructure.fragment.PageFragments;

/// A post or a page, with as much of it as this reader may see.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PostPage {
    private static final int MORE = 3;

    private final Posts posts;
    private final CurrentReader reader;
    private final PageFragments fragments;
    private final Addresses addresses;
    private final LinkedData linkedData;

    PostPage(Posts posts, CurrentReader reader, PageFragments fragments, Addresses addresses, LinkedData linkedData) {
        this.posts = posts;
        this.reader = reader;
        this.fragments = fragments;
        this.addresses = addresses;
        this.linkedData = linkedData;
    }

    @GET
    @Path("/{slug}")
    public TemplateInstance show(String slug) {
        return switch (posts.find(slug, reader.standing())) {
            case FindOutcome.Found(Post post) -> page(post);
            case FindOutcome.Moved(String to) -> throw new RedirectionException(Response.Status.MOVED_PERMANENTLY,
                    URI.create("/" + to));
            case FindOutcome.Unknown() -> throw new NotFoundException();
        };
    }

    private TemplateInstance page(Post post) {
        Body body = Body.of(post.html(), fragments);
        String address = addresses.origin(AppName.BLOG) + post.summary().path();
        return switch (post.kind()) {
            case POST -> Templates.post(post, body, posts.after(post.summary(), MORE), address, linkedData.of(post),
                    reader.writes());
            case PAGE -> Templates.page(post, body, address, linkedData.of(post), reader.writes());
        };
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance post(Post post, Body body, List<PostSummary> more, String address,
                String linkedData, boolean writes);

        static native TemplateInstance page(Post post, Body body, String address, String linkedData, boolean writes);
    }
}
