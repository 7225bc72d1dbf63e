package coop.roseash.blog.writing;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.blog.Draft;
import coop.roseash.contract.blog.Drafts;
import coop.roseash.contract.blog.Drafts.Publication;
import coop.roseash.contract.blog.Drafts.PublishOutcome;

/// Publishes posts, now or later, and takes them back.
@Path("/edit/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed("editor")
public class PublishPage {
    private final Drafts drafts;
    private final EditorTemplate template;
    private final SiteSettings site;

    PublishPage(Drafts drafts, EditorTemplate template, SiteSettings site) {
        this.drafts = drafts;
        this.template = template;
        this.site = site;
    }

    @POST
    @Path("/publish")
    public Response publish(long id, @RestForm int version, @RestForm @Nullable String when,
            @RestForm @Nullable String at, @RestForm @Nullable String newsletter) {
        Instant time = null;
        if ("later".equals(when)) {
            try {
                time = LocalDateTime.parse(at == null ? "" : at).atZone(site.zone()).toInstant();
            } catch (DateTimeException e) {
                return refused(id, "at", "Write a day and a time.");
            }
        }
        String slug = newsletter == null || newsletter.isBlank() ? null : newsletter;
        return answer(id, drafts.publish(id, version, new Publication(time, slug)));
    }

    @POST
    @Path("/unpublish")
    public Response unpublish(long id, @RestForm int version) {
        return answer(id, drafts.unpublish(id, version));
    }

    private Response answer(long id, PublishOutcome outcome) {
        return switch (outcome) {
            case PublishOutcome.Done(Draft draft) -> Response.seeOther(URI.create("/edit/" + id + "?saved=1")).build();
            case PublishOutcome.Conflict(Draft current) -> template.conflict(EditorView.of(current, ""), current);
            case PublishOutcome.Refused(String field, String message) -> refused(id, field, message);
            case PublishOutcome.Unknown() -> throw new NotFoundException();
        };
    }

    private Response refused(long id, String field, String message) {
        Draft draft = drafts.open(id).orElseThrow(NotFoundException::new);
        return template.refused(EditorView.of(draft, "").with(Map.of(field, message)));
    }
}
