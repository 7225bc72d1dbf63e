package coop.roseash.account.newsletter;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.newsletter.NewsletterArchive;
import coop.roseash.contract.newsletter.NewsletterArchive.SentIssue;
import coop.roseash.contract.newsletter.Newsletters;
import coop.roseash.contract.newsletter.Newsletters.Newsletter;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// The issues that were sent, to be read on the web.
@Path("/newsletters/{slug}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ArchivePage {
    private static final int PAGE_SIZE = 20;

    private final Newsletters newsletters;
    private final NewsletterArchive archive;
    private final DateTimeFormatter day;

    /// An issue in the list.
    record Row(long id, String subject, String day, Instant at) {}

    ArchivePage(Newsletters newsletters, NewsletterArchive archive, SiteSettings site) {
        this.newsletters = newsletters;
        this.archive = archive;
        this.day = DateTimeFormatter.ofPattern("EEE d MMMM yyyy", site.locale()).withZone(site.zone());
    }

    @GET
    public TemplateInstance list(String slug, @QueryParam("page") @DefaultValue("1") int page) {
        Newsletter newsletter = newsletters.bySlug(slug).orElseThrow(NotFoundException::new);
        Page<Row> issues = archive.issues(slug, new PageRequest(page, PAGE_SIZE))
            .map(issue -> new Row(issue.id(), issue.subject(), day.format(issue.sentAt()), issue.sentAt()));
        return Templates.list(newsletter, issues);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance issue(String slug, long id) {
        SentIssue issue = archive.issue(id)
            .filter(found -> found.newsletter().slug().equals(slug))
            .orElseThrow(NotFoundException::new);
        return Templates.issue(issue, new RawString(issue.html()), day.format(issue.sentAt()));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Newsletter newsletter, Page<Row> issues);

        static native TemplateInstance issue(SentIssue issue, RawString html, String day);
    }
}
