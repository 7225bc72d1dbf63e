package coop.roseash.federation.oauth;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Clients;
import coop.roseash.contract.session.Session;
import coop.roseash.federation.form.FormToken;
import coop.roseash.federation.form.Parameters;
import coop.roseash.federation.form.Parameters.MalformedParameters;
import coop.roseash.infrastructure.security.FormTargets;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// The end-session endpoint (OpenID Connect RP-Initiated Logout 1.0). A client with an ID token of the session is
/// believed; otherwise the visitor is asked first.
@Path("/oauth/logout")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class LogoutPage {
    private static final int LONGEST_QUERY = 3500;
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9%&=+._~*-]+");
    private final CurrentVisitor visitor;
    private final Clients clients;
    private final Members members;
    private final TokenReader reader;
    private final SignOut signOut;
    private final FormToken formToken;

    LogoutPage(CurrentVisitor visitor, Clients clients, Members members, TokenReader reader, SignOut signOut,
            FormToken formToken) {
        this.visitor = visitor;
        this.clients = clients;
        this.members = members;
        this.reader = reader;
        this.signOut = signOut;
        this.formToken = formToken;
    }

    @GET
    public Response byQuery(RoutingContext request) {
        return logout(request, request.request().query());
    }

    /// A browser posts to us from another site without its cookies (SameSite=Lax); asking again by GET brings them.
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response byForm(RoutingContext request, @Nullable String body) {
        boolean mayBeCookieless = visitor.session().isEmpty() && body != null && body.length() < LONGEST_QUERY;
        if (mayBeCookieless && QUERY.matcher(body).matches()) {
            return AuthorizationAnswers.redirect("/oauth/logout?" + body);
        }
        return logout(request, body);
    }

    private Response logout(RoutingContext request, @Nullable String encoded) {
        try {
            Parameters given = Parameters.parse(encoded);
            if (given.anyRepeated()) {
                return AuthorizationAnswers.unfit("sign-out", "A parameter is given more than once.");
            }
            return logout(request, given);
        } catch (MalformedParameters e) {
            return AuthorizationAnswers.unfit("sign-out", "The request is not well encoded.");
        }
    }

    private Response logout(RoutingContext request, Parameters given) {
        Optional<JwtClaims> hint = given.text("id_token_hint").flatMap(reader::idTokenHint);
        Optional<String> clientId = given.text("client_id").or(() -> hint.map(LogoutPage::audience));
        if (hint.isPresent() && !Objects.equals(audience(hint.get()), clientId.orElse(null))) {
            return AuthorizationAnswers.unfit("sign-out", "The ID token was made for another application.");
        }
        Optional<Client> client = clientId.flatMap(clients::byId);
        Optional<String> back = given.text("post_logout_redirect_uri");
        if (back.isPresent() && client.filter(it -> it.addresses().postLogout().contains(back.get())).isEmpty()) {
            return AuthorizationAnswers
                .unfit("sign-out", "The application wants you back at an address that is not registered for it.");
        }
        if (!isCertain(request, given, hint)) {
            back.ifPresent(address -> FormTargets.allow(request, URI.create(address)));
            return Response.ok(Templates.confirm(formToken.forForm(request), clientId.orElse(""), back.orElse(""),
                    given.text("state").orElse("")))
                .header("Cache-Control", "no-store")
                .build();
        }
        end(request, hint);
        return back.map(address -> goBack(address, given)).orElseGet(LogoutPage::done);
    }

    /// Without a session there is nothing to ask about; a confirmed form is one of our own.
    private boolean isCertain(RoutingContext request, Parameters given, Optional<JwtClaims> hint) {
        Optional<Session> session = visitor.session();
        if (session.isEmpty()) {
            return true;
        }
        if (given.has("token")) {
            formToken.require(request, given.text("token").orElse(""));
            return true;
        }
        Optional<String> subject = visitor.member().map(Member::subject);
        return hint.map(claims -> claims.getClaimValueAsString("sub"))
            .filter(it -> subject.equals(Optional.of(it)))
            .isPresent();
    }

    private void end(RoutingContext request, Optional<JwtClaims> hint) {
        Optional<Session> session = visitor.session();
        session.ifPresent(it -> signOut.end(request, it));
        hint.ifPresent(claims -> {
            String sid = claims.getClaimValueAsString("sid");
            if (sid != null && session.filter(it -> it.sid().equals(sid)).isEmpty()) {
                members.bySubject(claims.getClaimValueAsString("sub"))
                    .ifPresent(member -> signOut.end(member.id(), sid, ""));
            }
        });
    }

    private static Response goBack(String address, Parameters given) {
        String state = given.bytes("state")
            .map(it -> (address.contains("?") ? "&" : "?") + "state=" + Parameters.encode(it))
            .orElse("");
        return Response.status(Response.Status.SEE_OTHER)
            .header("Location", address + state)
            .header("Cache-Control", "no-store")
            .build();
    }

    private static Response done() {
        return Response.ok(Templates.done()).header("Cache-Control", "no-store").build();
    }

    private static @Nullable String audience(JwtClaims claims) {
        return claims.getClaimValueAsString("aud");
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance confirm(String token, String client, String back, String state);

        static native TemplateInstance done();
    }
}
