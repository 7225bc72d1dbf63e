package coop.roseash.federation.oauth;

import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Clients;
import coop.roseash.federation.form.Parameters;
import coop.roseash.federation.form.Parameters.MalformedParameters;
import coop.roseash.federation.oauth.AuthorizationRequest.Refusal;

/// The authorization endpoint (RFC 6749 section 3.1, OpenID Connect Core 1.0 section 3.1.2). Nothing is sent to an
/// address that is not registered to the letter.
@Path("/oauth/authorize")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AuthorizePage {
    private static final int LONGEST_QUERY = 3500;
    private final Clients clients;
    private final Authorization authorization;

    AuthorizePage(Clients clients, Authorization authorization) {
        this.clients = clients;
        this.authorization = authorization;
    }

    @GET
    public Response byQuery(RoutingContext request) {
        return authorize(request.request().query());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response byForm(@Nullable String body) {
        return authorize(body);
    }

    private Response authorize(@Nullable String encoded) {
        if (encoded != null && encoded.length() > LONGEST_QUERY) {
            return page("The request is too long.");
        }
        try {
            return authorize(Parameters.parse(encoded));
        } catch (MalformedParameters e) {
            return page("The request is not well encoded.");
        }
    }

    private Response authorize(Parameters given) {
        Optional<Client> client = given.isRepeated("client_id")
                ? Optional.empty()
                : given.text("client_id").flatMap(clients::byId);
        if (client.isEmpty()) {
            return page("The application that sent you here is not known.");
        }
        Optional<String> redirect = given.isRepeated("redirect_uri")
                ? Optional.empty()
                : given.text("redirect_uri").filter(client.get().redirectUris()::contains);
        if (redirect.isEmpty()) {
            return page("The application wants its answer at an address that is not registered for it.");
        }
        Optional<Refusal> refusal = AuthorizationRequest.refusal(given);
        Answer answer = new Answer(redirect.get(), given.bytes("state").filter(any -> !given.isRepeated("state")));
        return refusal.map(why -> authorization.refuse(answer, why))
            .orElseGet(() -> authorization.decide(AuthorizationRequest.of(given, client.get(), redirect.get()), given,
                    answer));
    }

    private static Response page(String reason) {
        return Response.status(Response.Status.BAD_REQUEST)
            .header("Cache-Control", "no-store")
            .entity(Templates.refused(reason))
            .build();
    }

    /// Where the answer goes, and the client's own mark on it, one char for each byte.
    record Answer(String redirectUri, Optional<String> state) {}

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance refused(String reason);
    }
}
