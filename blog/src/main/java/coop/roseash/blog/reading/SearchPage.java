package coop.roseash.blog.reading;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Finds posts and pages by their words.
@Path("/search")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SearchPage {
    private static final int SIZE = 20;

    private final Posts posts;

    SearchPage(Posts posts) {
        this.posts = posts;
    }

    @GET
    public TemplateInstance search(@RestQuery @Nullable String q, @RestQuery int page) {
        String words = q == null ? "" : q.strip();
        Page<PostSummary> found = words.isEmpty()
                ? new Page<>(List.of(), 1, false)
                : posts.search(words, new PageRequest(page, SIZE));
        return Templates.search(words, "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8), found);
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance search(String words, String path, Page<PostSummary> posts);
    }
}
