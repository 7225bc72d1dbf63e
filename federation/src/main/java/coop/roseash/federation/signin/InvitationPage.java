package coop.roseash.federation.signin;

import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members.RegisterOutcome;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.signin.Invitations;
import coop.roseash.contract.signin.Invitations.Invitation;
import coop.roseash.federation.form.Answers;
import coop.roseash.federation.form.FormToken;

/// The page behind an invitation: whoever opens it chooses a name and is a member. Looking uses nothing up.
@Path("/invitation/{link}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class InvitationPage {
    private final Invitations invitations;
    private final ProviderSession session;
    private final FormToken formToken;
    private final AuditLog audit;
    private final Addresses addresses;

    InvitationPage(Invitations invitations, ProviderSession session, FormToken formToken, AuditLog audit,
            Addresses addresses) {
        this.invitations = invitations;
        this.session = session;
        this.formToken = formToken;
        this.audit = audit;
        this.addresses = addresses;
    }

    @GET
    public Response show(String link, RoutingContext request) {
        return form(request, Response.Status.OK, link, new Chosen("", ""), Map.of());
    }

    @POST
    public Response accept(String link, @RestForm @Nullable String handle, @RestForm @Nullable String displayName,
            @RestForm @Nullable String token, RoutingContext request) {
        formToken.require(request, token);
        Chosen chosen = new Chosen(text(handle), text(displayName));
        Optional<RegisterOutcome> outcome = invitations.accept(link, chosen.handle(), chosen.displayName());
        if (outcome.isEmpty()) {
            return expired();
        }
        return switch (outcome.get()) {
            case RegisterOutcome.Registered(Member member) -> welcome(request, member);
            case RegisterOutcome.HandleTaken ignored ->
                form(request, Response.Status.CONFLICT, link, chosen, JoinPage.HANDLE_TAKEN);
            case RegisterOutcome.EmailTaken ignored -> expired();
            case RegisterOutcome.Invalid(String field, String message) ->
                form(request, Response.Status.BAD_REQUEST, link, chosen, Map.of(field, message));
        };
    }

    private Response welcome(RoutingContext request, Member member) {
        audit.note(new AuditLog.Entry(AuditLog.Kind.INVITATION_ACCEPTED, member.id(), null,
                ProviderSession.address(request), ""));
        session.start(request, member, "invitation");
        return Answers.seeOther(addresses.origin(AppName.ACCOUNT) + "/");
    }

    private Response form(RoutingContext request, Response.Status status, String link, Chosen chosen,
            Map<String, String> errors) {
        Optional<Invitation> invitation = invitations.look(link);
        return invitation.map(found -> Answers.page(status,
                Templates.accept(formToken.forForm(request), link, found.email(), chosen, errors)))
            .orElseGet(InvitationPage::expired);
    }

    private static Response expired() {
        return Answers.page(Response.Status.GONE, Templates.expired());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /// What the invited person typed.
    record Chosen(String handle, String displayName) {}

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance accept(String token, String link, String email, Chosen chosen,
                Map<String, String> errors);

        static native TemplateInstance expired();
    }
}
