package coop.roseash.account.auth;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.member.Member;
import coop.roseash.infrastructure.session.CurrentVisitor;
import coop.roseash.infrastructure.session.FreshSignIn;

/// Pages that only say who looks at them.
@Path("/probe")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ProbePage {
    private final CurrentVisitor visitor;

    ProbePage(CurrentVisitor visitor) {
        this.visitor = visitor;
    }

    @GET
    public String anybody() {
        return visitor.member().map(Member::handle).orElse("guest");
    }

    @GET
    @Path("members")
    public String members() {
        return visitor.requireMember().handle();
    }

    @GET
    @Path("editors")
    @RolesAllowed("editor")
    public String editors() {
        return visitor.requireMember().handle();
    }

    @GET
    @Path("safe")
    @FreshSignIn
    public String safe() {
        return visitor.requireMember().handle();
    }

    @POST
    @Path("safe")
    @FreshSignIn
    public String changeSafe() {
        return visitor.requireMember().handle();
    }

    @POST
    @Path("members")
    public String post() {
        return visitor.requireMember().handle();
    }
}
