package coop.roseash.federation.oauth;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Grants;
import coop.roseash.federation.form.Parameters;
import coop.roseash.federation.oauth.AccessTokens.AccessToken;

/// Tells whether a token counts (RFC 7662), and makes one count no more (RFC 7009). A client hears of its own
/// tokens only; the platform's own apps of all.
@Path("/oauth")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class IntrospectResource {
    private final ClientAuthentication authentication;
    private final AccessTokens tokens;
    private final Grants grants;
    private final AuditLog audit;
    private final Issuer issuer;

    IntrospectResource(ClientAuthentication authentication, AccessTokens tokens, Grants grants, AuditLog audit,
            Issuer issuer) {
        this.authentication = authentication;
        this.tokens = tokens;
        this.grants = grants;
        this.audit = audit;
        this.issuer = issuer;
    }

    @POST
    @Path("introspect")
    public Response introspect(@Nullable String body,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Parameters given = ClientAuthentication.parameters(body);
        Client client = authentication.require(authorization, given);
        Map<String, Object> answer = tokens.read(token(given))
            .filter(token -> client.own() || token.clientId().equals(client.id()))
            .map(this::describe)
            .orElse(Map.of("active", false));
        return Response.ok(answer).header("Cache-Control", "no-store").build();
    }

    /// Says the same whether there was such a token or not.
    @POST
    @Path("revoke")
    public Response revoke(@Nullable String body,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Parameters given = ClientAuthentication.parameters(body);
        Client client = authentication.require(authorization, given);
        tokens.read(token(given)).filter(token -> token.clientId().equals(client.id())).ifPresent(token -> {
            grants.revoke(token.grantId());
            audit.note(new AuditLog.Entry(AuditLog.Kind.TOKEN_REVOKED, token.member().id(), client.id(), "", ""));
        });
        return Response.ok().header("Cache-Control", "no-store").build();
    }

    private static String token(Parameters given) {
        return given.text("token").orElseThrow(() -> OauthError.badRequest("invalid_request", "token is missing"));
    }

    private Map<String, Object> describe(AccessToken token) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("active", true);
        answer.put("iss", issuer.name());
        answer.put("sub", token.member().subject());
        answer.put("aud", issuer.name());
        answer.put("client_id", token.clientId());
        answer.put("scope", token.scope());
        answer.put("token_type", "Bearer");
        answer.put("jti", token.id());
        answer.put("iat", token.issuedAt().getEpochSecond());
        answer.put("exp", token.expiresAt().getEpochSecond());
        return answer;
    }
}
