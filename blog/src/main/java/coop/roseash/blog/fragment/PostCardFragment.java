package coop.roseash.blog.fragment;

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
import coop.roseash.contract.blog.PostSummary;
import coop.roseash.contract.blog.Posts;
import coop.roseash.infrastructure.fragment.TimeToLive;

/// One post as a card, by its slug.
@Path("/internal/fragments/post-card")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(60)
public class PostCardFragment {
    private final Posts posts;
    private final Addresses addresses;

    PostCardFragment(Posts posts, Addresses addresses) {
        this.posts = posts;
        this.addresses = addresses;
    }

    @GET
    public TemplateInstance card(@RestQuery String slug) {
        PostSummary post = posts.summary(slug == null ? "" : slug).orElseThrow(NotFoundException::new);
        return Templates.card(post, addresses.origin(AppName.BLOG));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance card(PostSummary post, String origin);
    }
}
