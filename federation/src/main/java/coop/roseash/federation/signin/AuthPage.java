package coop.roseash.federation.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.federation.oauth.SignOut;
import coop.roseash.infrastructure.session.CurrentVisitor;
import coop.roseash.infrastructure.session.ReturnPath;

/// The addresses by which every app signs in and out, here at the provider itself.
@Path("/auth")
@RunOnVirtualThread
public class AuthPage {
    private final CurrentVisitor visitor;
    private final SignOut signOut;

    AuthPage(CurrentVisitor visitor, SignOut signOut) {
        this.visitor = visitor;
        this.signOut = signOut;
    }

    @GET
    @Path("login")
    public Response login(@RestQuery @Nullable String to) {
        String path = ReturnPath.of(to).path();
        return seeOther(visitor.member().isPresent()
                ? path
                : "/signin?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    }

    @GET
    @Path("silent")
    public Response silent(@RestQuery @Nullable String to) {
        return seeOther(ReturnPath.of(to).path());
    }

    @POST
    @Path("logout")
    public Response logout(RoutingContext request) {
        visitor.session().ifPresent(session -> signOut.end(request, session));
        return seeOther("/");
    }

    static Response seeOther(String to) {
        return Response.status(Response.Status.SEE_OTHER)
            .header("Location", to)
            .header("Cache-Control", "no-store")
            .build();
    }
}
