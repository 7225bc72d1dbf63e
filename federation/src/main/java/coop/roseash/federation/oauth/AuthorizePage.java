package coop.roseash.federation.oauth;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.federation.oauth.AuthorizationReader.Reading;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// The authorization endpoint (RFC 6749 section 3.1, OpenID Connect Core 1.0 section 3.1.2). Nothing is sent to an
/// address that is not registered to the letter.
@Path("/oauth/authorize")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AuthorizePage {
    private final AuthorizationReader reader;
    private final Authorization authorization;
    private final AuthorizationAnswers answers;
    private final CurrentVisitor visitor;

    AuthorizePage(AuthorizationReader reader, Authorization authorization, AuthorizationAnswers answers,
            CurrentVisitor visitor) {
        this.reader = reader;
        this.authorization = authorization;
        this.answers = answers;
        this.visitor = visitor;
    }

    @GET
    public Response byQuery(RoutingContext request) {
        return authorize(request, request.request().query());
    }

    /// A browser posts to us from another site without its cookies (SameSite=Lax); asking again by GET brings them.
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response byForm(RoutingContext request, @Nullable String body) {
        if (reader.read(body) instanceof Reading.Fit fit && visitor.session().isEmpty()) {
            return AuthorizationAnswers.redirect("/oauth/authorize?" + fit.request().query());
        }
        return authorize(request, body);
    }

    private Response authorize(RoutingContext request, @Nullable String encoded) {
        return switch (reader.read(encoded)) {
            case Reading.Unfit(String reason) -> AuthorizationAnswers.unfit("sign-in", reason);
            case Reading.Wrong wrong -> answers.refuse(wrong.answer(), wrong.refusal());
            case Reading.Fit fit -> authorization.decide(request, fit);
        };
    }
}
