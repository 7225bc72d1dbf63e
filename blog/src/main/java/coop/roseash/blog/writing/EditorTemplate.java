package coop.roseash.blog.writing;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.blog.Draft;
import coop.roseash.contract.newsletter.Newsletters;
import coop.roseash.contract.newsletter.Newsletters.Newsletter;

/// Shows the editor, with the status that fits what happened.
@RequestScoped
class EditorTemplate {
    private static final int UNPROCESSABLE = 422;

    private final DraftAccess access;
    private final Newsletters newsletters;
    private final SiteSettings site;
    private final Clock clock;

    EditorTemplate(DraftAccess access, Newsletters newsletters, SiteSettings site, Clock clock) {
        this.access = access;
        this.newsletters = newsletters;
        this.site = site;
        this.clock = clock;
    }

    Response ok(EditorView view) {
        return page(Response.Status.OK.getStatusCode(), view);
    }

    Response refused(EditorView view) {
        return page(UNPROCESSABLE, view);
    }

    /// Shows what was typed; saving it again replaces the other version, which stays among the revisions.
    Response conflict(EditorView typed, Draft current) {
        EditorView view = new EditorView(typed.kind(), typed.draft(), typed.change(), current.version(), Map.of(),
                current, "");
        return page(Response.Status.CONFLICT.getStatusCode(), view);
    }

    private Response page(int status, EditorView view) {
        String later = EditorView.tomorrow(clock.instant(), site.zone());
        return Response.status(status)
            .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
            .entity(Templates.edit(view, access.publishes(), newsletters.all(), later))
            .build();
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(EditorView view, boolean publishes, List<Newsletter> newsletters,
                String later);
    }
}
