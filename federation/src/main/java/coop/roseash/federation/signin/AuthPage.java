package coop.roseash.federation.signin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.federation.form.Answers;
import coop.roseash.federation.oauth.SignOut;
import coop.roseash.infrastructure.session.CurrentVisitor;
import coop.roseash.infrastructure.session.ReturnPath;
import coop.roseash.infrastructure.session.StepUp;

/// The addresses by which every app signs in and out, here at the provider itself.
@Path("/auth")
@RunOnVirtualThread
public class AuthPage {
    private final CurrentVisitor visitor;
    private final SignOut signOut;
    private final StepUp stepUp;

    AuthPage(CurrentVisitor visitor, SignOut signOut, StepUp stepUp) {
        this.visitor = visitor;
        this.stepUp = stepUp;
        this.signOut = signOut;
    }

    @GET
    @Path("login")
    public Response login(@RestQuery @Nullable String to, @RestQuery(StepUp.PARAMETER) @Nullable String fresh) {
        ReturnPath path = ReturnPath.of(to);
        boolean enough = visitor.session().filter(session -> fresh == null || stepUp.isFresh(session)).isPresent();
        return Answers.seeOther(enough ? path.path() : "/signin?to=" + path.encoded());
    }

    @GET
    @Path("silent")
    public Response silent(@RestQuery @Nullable String to) {
        return Answers.seeOther(ReturnPath.of(to).path());
    }

    @POST
    @Path("logout")
    public Response logout(RoutingContext request) {
        visitor.session().ifPresent(session -> signOut.end(request, session));
        return Answers.seeOther("/");
    }
}
