package coop.roseash.infrastructure.auth;

import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.session.Sessions;
import coop.roseash.infrastructure.auth.LogoutTokens.InvalidLogoutToken;

/// Hears from federation that a session ended there (OpenID Connect Back-Channel Logout 1.0).
@Path("/auth/backchannel")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
@UnlessBuildProperty(name = "app.name", stringValue = "federation")
class BackchannelResource {
    private static final Logger LOG = Logger.getLogger(BackchannelResource.class);

    private final LogoutTokens tokens;
    private final Sessions sessions;

    BackchannelResource(LogoutTokens tokens, Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @POST
    public Response end(@RestForm("logout_token") @Nullable String token) {
        try {
            sessions.endHere(tokens.endedSid(token == null ? "" : token));
            return Response.ok().header("Cache-Control", "no-store").build();
        } catch (InvalidLogoutToken e) {
            LOG.infof("A logout token was refused: %s", e.getMessage());
            return Response.status(Response.Status.BAD_REQUEST)
                .header("Cache-Control", "no-store")
                .entity(Map.of("error", "invalid_request"))
                .build();
        }
    }
}
