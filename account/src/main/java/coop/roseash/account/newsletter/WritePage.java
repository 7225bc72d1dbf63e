package coop.roseash.account.newsletter;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.newsletter.NewsletterArchive;
import coop.roseash.contract.newsletter.NewsletterArchive.Progress;
import coop.roseash.contract.newsletter.NewsletterArchive.SentIssue;
import coop.roseash.contract.newsletter.Newsletters;
import coop.roseash.contract.newsletter.Newsletters.Issue;
import coop.roseash.contract.newsletter.Newsletters.IssueOutcome;
import coop.roseash.contract.newsletter.Newsletters.Newsletter;
import coop.roseash.contract.newsletter.Newsletters.OpenOutcome;
import coop.roseash.contract.paging.PageRequest;

/// Where editors write an issue, send it and see how far it has come, and start a new newsletter.
@Path("/newsletters/write")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed("editor")
public class WritePage {
    private static final int BAD_REQUEST = 400;

    private final Newsletters newsletters;
    private final NewsletterArchive archive;
    private final Addresses addresses;

    WritePage(Newsletters newsletters, NewsletterArchive archive, Addresses addresses) {
        this.newsletters = newsletters;
        this.archive = archive;
        this.addresses = addresses;
    }

    @GET
    public TemplateInstance write() {
        return Templates.write(newsletters.all(), IssueForm.empty(UUID.randomUUID().toString()), OpenForm.empty());
    }

    @POST
    public Response send(@FormParam("key") @DefaultValue("") String key,
            @FormParam("newsletter") @DefaultValue("") String newsletter,
            @FormParam("subject") @DefaultValue("") String subject,
            @FormParam("text") @DefaultValue("") String text) {
        return send(IssueForm.checked(key, newsletter, subject, text));
    }

    private Response send(IssueForm form) {
        if (!form.errors().isEmpty()) {
            return refused(form, OpenForm.empty());
        }
        URI page = addresses.page(addresses.self(), "/newsletters/" + form.newsletter());
        IssueOutcome outcome = newsletters
            .send(new Issue("written/" + form.key(), form.newsletter(), form.subject(), form.html(), page));
        return switch (outcome) {
            case IssueOutcome.Queued ignored -> latest(form.newsletter());
            case IssueOutcome.AlreadySent() -> latest(form.newsletter());
            case IssueOutcome.UnknownNewsletter() ->
                refused(form.refused("newsletter", "Choose a newsletter"), OpenForm.empty());
        };
    }

    /// How far the sending has come; the page looks again by itself.
    @GET
    @Path("/{id}")
    public TemplateInstance progress(long id) {
        SentIssue issue = archive.issue(id).orElseThrow(NotFoundException::new);
        return Templates.progress(issue, archive.progress(id).orElseThrow(NotFoundException::new));
    }

    @POST
    @Path("/newsletter")
    public Response open(@FormParam("slug") @DefaultValue("") String slug,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("description") @DefaultValue("") String description) {
        OpenForm form = new OpenForm(slug, name, description, Map.of());
        return switch (newsletters.open(form.slug(), form.name(), form.description())) {
            case OpenOutcome.Opened ignored -> Response.seeOther(URI.create("/newsletters/write")).build();
            case OpenOutcome.Invalid(String field, String message) ->
                refused(IssueForm.empty(UUID.randomUUID().toString()), form.refused(field, message));
        };
    }

    private Response latest(String slug) {
        long id = archive.issues(slug, new PageRequest(1, 1)).items().getFirst().id();
        return Response.seeOther(URI.create("/newsletters/write/" + id)).build();
    }

    private Response refused(IssueForm issue, OpenForm open) {
        return Response.status(BAD_REQUEST).entity(Templates.write(newsletters.all(), issue, open)).build();
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance write(List<Newsletter> newsletters, IssueForm form, OpenForm open);

        static native TemplateInstance progress(SentIssue issue, Progress progress);
    }
}
