package coop.roseash.blog.reading;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.blog.Author;
import coop.roseash.contract.blog.PostSummary;
import coop.roseash.contract.blog.Posts;
import coop.roseash.contract.blog.Tag;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// The posts about a subject, or by an author.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SubjectPage {
    private static final int SIZE = 12;

    private final Posts posts;

    SubjectPage(Posts posts) {
        this.posts = posts;
    }

    @GET
    @Path("/tag/{slug}")
    public TemplateInstance tag(String slug, @RestQuery int page) {
        Tag tag = posts.tag(slug).orElseThrow(NotFoundException::new);
        return Templates.tag(tag, posts.withTag(slug, new PageRequest(page, SIZE)));
    }

    @GET
    @Path("/author/{slug}")
    public TemplateInstance author(String slug, @RestQuery int page) {
        Author author = posts.author(slug).orElseThrow(NotFoundException::new);
        return Templates.author(author, posts.byAuthor(slug, new PageRequest(page, SIZE)));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance tag(Tag tag, Page<PostSummary> posts);

        static native TemplateInstance author(Author author, Page<PostSummary> posts);
    }
}
