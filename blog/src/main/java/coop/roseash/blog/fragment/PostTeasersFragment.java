package coop.roseash.blog.fragment;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.blog.PostSummary;
import coop.roseash.contract.blog.Posts;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.fragment.TimeToLive;

/// The newest posts as a short list, of all or of one subject.
@Path("/internal/fragments/post-teasers")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(60)
public class PostTeasersFragment {
    private static final int DEFAULT = 3;
    private static final int MOST = 10;

    private final Posts posts;
    private final Addresses addresses;

    PostTeasersFragment(Posts posts, Addresses addresses) {
        this.posts = posts;
        this.addresses = addresses;
    }

    @GET
    public TemplateInstance teasers(@RestQuery @Nullable String tag, @RestQuery @Nullable Integer limit) {
        PageRequest request = new PageRequest(1, Math.clamp(limit == null ? DEFAULT : limit, 1, MOST));
        List<PostSummary> found = (tag == null ? posts.newest(request) : posts.withTag(tag, request)).items();
        return Templates.teasers(found, addresses.origin(AppName.BLOG));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance teasers(List<PostSummary> posts, String origin);
    }
}
