package coop.roseash.infrastructure.auth;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.session.Session;
import coop.roseash.contract.session.Sessions;
import coop.roseash.infrastructure.session.CurrentVisitor;
import coop.roseash.infrastructure.session.ReturnPath;
import coop.roseash.infrastructure.session.SessionCookie;

/// Signing in and out of one of the five apps. quarkus-oidc guards the first two paths: whoever gets here has
/// come back from federation.
@Path("/auth")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@UnlessBuildProperty(name = "app.name", stringValue = "federation")
class AuthPage {
    /// Federation's answers to a silent question that only mean "nobody is signed in".
    private static final Set<String> QUIET = Set.of("login_required", "interaction_required", "consent_required",
            "account_selection_required");

    /// An answer of federation that came twice, too late, or to another browser.
    static final String EXPIRED = "expired_request";

    private final Instance<SignInFinish> finish;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final CurrentVisitor visitor;
    private final ProviderAddresses provider;

    AuthPage(Instance<SignInFinish> finish, Sessions sessions, SessionCookie cookie, CurrentVisitor visitor,
            ProviderAddresses provider) {
        this.finish = finish;
        this.sessions = sessions;
        this.cookie = cookie;
        this.visitor = visitor;
        this.provider = provider;
    }

    @GET
    @Path("login")
    public Response login(@RestQuery @Nullable String to, RoutingContext request) {
        return finish.get().finish(request) ? seeOther(ReturnPath.of(to).path()) : error("not_signed_in", to);
    }

    @GET
    @Path("silent")
    public Response silent(@RestQuery @Nullable String to, RoutingContext request) {
        finish.get().finish(request);
        return seeOther(ReturnPath.of(to).path());
    }

    @GET
    @Path("error")
    public Response error(@RestQuery @Nullable String error, @RestQuery @Nullable String to) {
        boolean isOver = (error == null || error.equals(EXPIRED)) && visitor.session().isPresent();
        if (isOver || error != null && QUIET.contains(error)) {
            return seeOther(ReturnPath.of(to).path());
        }
        return Response.status(Response.Status.BAD_REQUEST)
            .header("Cache-Control", "no-store")
            .entity(Templates.error("access_denied".equals(error), ReturnPath.of(to).path()))
            .build();
    }

    @POST
    @Path("logout")
    public Response logout(RoutingContext request) {
        Optional<Session> session = visitor.session();
        String token = cookie.token(request);
        if (token != null) {
            sessions.end(token);
        }
        cookie.remove(request);
        return seeOther(session.map(provider::signOut).orElse("/"));
    }

    /// The Location stays as written: a path of this host, whatever the Host header says.
    private static Response seeOther(String to) {
        return Response.status(Response.Status.SEE_OTHER)
            .header("Location", to)
            .header("Cache-Control", "no-store")
            .build();
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance error(boolean denied, String to);
    }
}
