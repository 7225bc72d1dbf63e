package coop.roseash.blog.reading;

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

import coop.roseash.contract.blog.PostSummary;
import coop.roseash.contract.blog.Posts;
import coop.roseash.contract.blog.Tag;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.fragment.FragmentRequest;
import coop.roseash.infrastructure.fragment.PageFragments;

/// The front page: a lead story, the newest posts, and the way to the rest; and the archive behind it.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class HomePage {
    private static final int FRONT = 13;
    private static final int ARCHIVE = 24;

    private static final FragmentRequest UPCOMING = FragmentRequest.of("upcoming-entries").with("limit", 3);
    private static final FragmentRequest NOTES = FragmentRequest.of("latest-notes");

    private final Posts posts;
    private final CurrentReader reader;
    private final PageFragments fragments;

    HomePage(Posts posts, CurrentReader reader, PageFragments fragments) {
        this.posts = posts;
        this.reader = reader;
        this.fragments = fragments;
    }

    @GET
    public TemplateInstance front() {
        Page<PostSummary> page = posts.newest(new PageRequest(1, FRONT));
        PostSummary lead = page.isEmpty() ? null : page.items().getFirst();
        List<PostSummary> second = page.items().stream().skip(1).limit(3).toList();
        List<PostSummary> rest = page.items().stream().skip(4).toList();
        fragments.want(UPCOMING, NOTES);
        return Templates.front(lead, second, rest, posts.tags(), reader.writes(), List.of(UPCOMING, NOTES));
    }

    @GET
    @Path("/archive")
    public TemplateInstance archive(@RestQuery int page) {
        return Templates.archive(posts.newest(new PageRequest(page, ARCHIVE)));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance front(@Nullable PostSummary lead, List<PostSummary> second,
                List<PostSummary> rest, List<Tag> tags, boolean writes, List<FragmentRequest> beside);

        static native TemplateInstance archive(Page<PostSummary> posts);
    }
}
