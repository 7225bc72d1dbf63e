package coop.roseash.blog.writing;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.blog.Draft;
import coop.roseash.contract.blog.Drafts;
import coop.roseash.contract.blog.Drafts.Revision;
import coop.roseash.contract.blog.Drafts.SaveOutcome;
import coop.roseash.contract.member.Member;

/// Every saved version of a post, and the way back to one.
@Path("/edit/{id}/revisions")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"author", "editor"})
public class RevisionsPage {
    private final Drafts drafts;
    private final DraftAccess access;
    private final EditorTemplate template;

    RevisionsPage(Drafts drafts, DraftAccess access, EditorTemplate template) {
        this.drafts = drafts;
        this.access = access;
        this.template = template;
    }

    @GET
    public TemplateInstance list(long id) {
        access.editorOf(id);
        Draft draft = drafts.open(id).orElseThrow(NotFoundException::new);
        return Templates.list(draft, drafts.revisions(id));
    }

    @POST
    @Path("/{revision}/restore")
    public Response restore(long id, long revision, @RestForm int version) {
        Member member = access.editorOf(id);
        return switch (drafts.restore(id, revision, version, member.id())) {
            case SaveOutcome.Saved(Draft draft) -> Response.seeOther(URI.create("/edit/" + id + "?saved=1")).build();
            case SaveOutcome.Conflict(Draft current) -> template.conflict(EditorView.of(current, ""), current);
            case SaveOutcome.Invalid invalid -> template
                .refused(EditorView.of(drafts.open(id).orElseThrow(NotFoundException::new), "").with(invalid.errors()));
            case SaveOutcome.Unknown() -> throw new NotFoundException();
        };
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Draft draft, List<Revision> revisions);
    }
}
