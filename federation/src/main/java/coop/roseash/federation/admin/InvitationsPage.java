package coop.roseash.federation.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Role;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.provider.AuditLog.Kind;
import coop.roseash.contract.signin.Invitations;
import coop.roseash.contract.signin.Invitations.Invitation;
import coop.roseash.contract.signin.Invitations.InviteOutcome;
import coop.roseash.federation.form.Answers;
import coop.roseash.federation.form.FormToken;
import coop.roseash.infrastructure.session.FreshSignIn;

/// Where an admin invites people, and sees what became of it.
@Path("/admin/invitations")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class InvitationsPage {
    private static final int PAGE_SIZE = 25;
    private static final Map<String, String> DONE = Map.of("sent", "The invitation is on its way.", "revoked",
            "The invitation is withdrawn.");

    private final Invitations invitations;
    private final AdminLog log;
    private final FormToken formToken;

    InvitationsPage(Invitations invitations, AdminLog log, FormToken formToken) {
        this.invitations = invitations;
        this.log = log;
        this.formToken = formToken;
    }

    @GET
    public Response list(@RestQuery @Nullable Integer page, @RestQuery @Nullable String done, RoutingContext request) {
        return page(request, Response.Status.OK, new PageRequest(page == null ? 1 : page, PAGE_SIZE),
                new Typed("", List.of(), Map.of(), done == null ? "" : DONE.getOrDefault(done, "")));
    }

    @POST
    @FreshSignIn
    public Response invite(@RestForm @Nullable String email, @RestForm("role") @Nullable List<String> roles,
            @RestForm @Nullable String token, RoutingContext request) {
        formToken.require(request, token);
        String address = email == null ? "" : email.strip();
        List<Role> wanted = GrantableRoles.of(roles);
        String problem = switch (invitations.invite(address, wanted, log.admin().id())) {
            case InviteOutcome.Invited ignored -> "";
            case InviteOutcome.MemberAlready already -> "This is @" + already.member().handle() + "’s address";
            case InviteOutcome.InvitedAlready ignored -> "An invitation to this address is open; you can send it again";
            case InviteOutcome.NoAddress ignored -> "Write an e-mail address, for example name@example.org";
        };
        if (!problem.isEmpty()) {
            return page(request, Response.Status.BAD_REQUEST, new PageRequest(1, PAGE_SIZE),
                    new Typed(address, wanted, Map.of("email", problem), ""));
        }
        log.note(Kind.INVITED, null, request, address + " as " + GrantableRoles.words(wanted));
        return Answers.seeOther("/admin/invitations?done=sent");
    }

    @POST
    @Path("{id}/send")
    public Response sendAgain(long id, @RestForm @Nullable String token, RoutingContext request) {
        formToken.require(request, token);
        Optional<String> address = invitations.sendAgain(id);
        address.ifPresent(to -> log.note(Kind.INVITATION_SENT_AGAIN, null, request, to));
        return Answers.seeOther("/admin/invitations" + (address.isPresent() ? "?done=sent" : ""));
    }

    @POST
    @Path("{id}/revoke")
    public Response revoke(long id, @RestForm @Nullable String token, RoutingContext request) {
        formToken.require(request, token);
        Optional<String> address = invitations.revoke(id);
        address.ifPresent(to -> log.note(Kind.INVITATION_REVOKED, null, request, to));
        return Answers.seeOther("/admin/invitations" + (address.isPresent() ? "?done=revoked" : ""));
    }

    private Response page(RoutingContext request, Response.Status status, PageRequest wanted, Typed typed) {
        return Answers.page(status, Templates.list(formToken.forForm(request), invitations.list(wanted), typed,
                GrantableRoles.ALL));
    }

    /// What the form shows again, and what was done.
    record Typed(String email, List<Role> chosen, Map<String, String> errors, String done) {}

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(String token, Page<Invitation> page, Typed typed, List<Role> roles);
    }
}
