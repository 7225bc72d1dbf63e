package coop.roseash.account.fragment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Role;
import coop.roseash.infrastructure.fragment.TimeToLive;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// The way to the sign-in, or the member's menu, in every page's header.
@Path("/internal/fragments/auth-menu")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(60)
public class AuthMenuFragment {
    private final CurrentVisitor visitor;

    AuthMenuFragment(CurrentVisitor visitor) {
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance show() {
        Member member = visitor.member().orElse(null);
        return Templates.show(member, member != null && member.has(Role.ADMIN));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(@Nullable Member member, boolean admin);
    }
}
