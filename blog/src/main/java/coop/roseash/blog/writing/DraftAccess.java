package coop.roseash.blog.writing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ForbiddenException;

import coop.roseash.contract.blog.Drafts;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Role;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// Who may write what: editors everything, authors what they sign; only editors publish.
@RequestScoped
class DraftAccess {
    private final CurrentVisitor visitor;
    private final Drafts drafts;

    DraftAccess(CurrentVisitor visitor, Drafts drafts) {
        this.visitor = visitor;
        this.drafts = drafts;
    }

    /// @throws ForbiddenException when the member may not edit this post
    Member editorOf(long postId) {
        Member member = visitor.requireMember();
        if (!member.has(Role.EDITOR) && !drafts.mayEdit(postId, member.id())) {
            throw new ForbiddenException("This post belongs to another author");
        }
        return member;
    }

    Member writer() {
        return visitor.requireMember();
    }

    boolean publishes() {
        return visitor.requireMember().has(Role.EDITOR);
    }
}
