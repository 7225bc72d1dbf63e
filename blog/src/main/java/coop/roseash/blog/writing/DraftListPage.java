package coop.roseash.blog.writing;

import java.util.Arrays;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.blog.Drafts;
import coop.roseash.contract.blog.Drafts.DraftRow;
import coop.roseash.contract.blog.PostKind;
import coop.roseash.contract.blog.PostStatus;
import coop.roseash.contract.member.Role;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// All posts or pages in whatever state, the last edited first.
@Path("/edit")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"author", "editor"})
public class DraftListPage {
    private static final int SIZE = 30;

    private final Drafts drafts;
    private final CurrentVisitor visitor;

    DraftListPage(Drafts drafts, CurrentVisitor visitor) {
        this.drafts = drafts;
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String kind, @RestQuery @Nullable String status,
            @RestQuery int page) {
        PostKind wanted = "page".equals(kind) ? PostKind.PAGE : PostKind.POST;
        PostStatus only = Arrays.stream(PostStatus.values())
            .filter(each -> each.id().equals(status))
            .findFirst()
            .orElse(null);
        Page<DraftRow> rows = drafts.list(wanted, only, new PageRequest(page, SIZE));
        String path = "/edit?kind=" + wanted.id() + (only == null ? "" : "&status=" + only.id());
        return Templates.list(rows, wanted.id(), only == null ? "" : only.id(), path,
                visitor.requireMember().has(Role.EDITOR));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Page<DraftRow> drafts, String kind, String status, String path,
                boolean editor);
    }
}
