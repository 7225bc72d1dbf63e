package coop.roseash.infrastructure.fragment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.member.Member;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// A lender that says who is looking.
@Path("/internal/fragments/nav")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(7)
public class NavFragment {
    private final CurrentVisitor visitor;

    NavFragment(CurrentVisitor visitor) {
        this.visitor = visitor;
    }

    @GET
    public String show() {
        String name = visitor.member().map(Member::displayName).orElse("nobody");
        return "<b>" + visitor.visitor().key() + " " + name + "</b> <a href=\"/auth/login?to=" + Here.PLACEHOLDER
                + "\">";
    }
}
