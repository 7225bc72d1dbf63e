package coop.roseash.blog.reading;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.blog.Drafts;
import coop.roseash.contract.blog.Post;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Role;
import coop.roseash.infrastructure.fragment.PageFragments;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// A post as it would look, whole, for those who may edit it.
@Path("/edit/{id}/preview")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"author", "editor"})
public class PreviewPage {
    private final Drafts drafts;
    private final CurrentVisitor visitor;
    private final PageFragments fragments;

    PreviewPage(Drafts drafts, CurrentVisitor visitor, PageFragments fragments) {
        this.drafts = drafts;
        this.visitor = visitor;
        this.fragments = fragments;
    }

    @GET
    public TemplateInstance show(long id) {
        Member member = visitor.requireMember();
        if (!member.has(Role.EDITOR) && !drafts.mayEdit(id, member.id())) {
            throw new ForbiddenException("This post belongs to another author");
        }
        Post post = drafts.preview(id).orElseThrow(NotFoundException::new);
        return Templates.preview(post, Body.of(post.html(), fragments));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance preview(Post post, Body body);
    }
}
