package coop.roseash.federation.oauth;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.federation.form.FormToken;
import coop.roseash.federation.oauth.AuthorizationReader.Reading;
import coop.roseash.federation.oauth.AuthorizationRequest.Refusal;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// Takes the member's answer to [ConsentForm]. The request is read anew: the form is no proof of it.
@Path("/oauth/consent")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ConsentPage {
    private final AuthorizationReader reader;
    private final Authorization authorization;
    private final AuthorizationAnswers answers;
    private final CurrentVisitor visitor;
    private final FormToken formToken;
    private final AuditLog audit;

    ConsentPage(AuthorizationReader reader, Authorization authorization, AuthorizationAnswers answers,
            CurrentVisitor visitor, FormToken formToken, AuditLog audit) {
        this.reader = reader;
        this.authorization = authorization;
        this.answers = answers;
        this.visitor = visitor;
        this.formToken = formToken;
        this.audit = audit;
    }

    /// @param member the subject who was asked; another who signed in meanwhile is asked anew
    @POST
    public Response answer(@RestForm @Nullable String token, @RestForm @Nullable String request,
            @RestForm @Nullable String member, @RestForm @Nullable String decision, RoutingContext routing) {
        formToken.require(routing, token);
        return switch (reader.read(request)) {
            case Reading.Unfit(String reason) -> AuthorizationAnswers.unfit("sign-in", reason);
            case Reading.Wrong wrong -> answers.refuse(wrong.answer(), wrong.refusal());
            case Reading.Fit fit -> "allow".equals(decision) ? allow(routing, fit, member) : deny(fit);
        };
    }

    private Response allow(RoutingContext routing, Reading.Fit fit, @Nullable String subject) {
        Member member = visitor.member().orElse(null);
        if (member == null || !member.subject().equals(subject)) {
            return authorization.decide(routing, fit);
        }
        audit.note(new AuditLog.Entry(AuditLog.Kind.CONSENT_GIVEN, member.id(), fit.request().client().id(),
                routing.request().remoteAddress().hostAddress(), String.join(" ", fit.request().scopes())));
        return authorization.allowed(routing, fit, member);
    }

    private Response deny(Reading.Fit fit) {
        return answers.refuse(fit.answer(), new Refusal("access_denied", "The member said no"));
    }
}
