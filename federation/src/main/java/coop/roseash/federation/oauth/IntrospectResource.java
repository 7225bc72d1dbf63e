package coop.roseash.federation.oauth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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

import coop.roseash.contract.member.Members;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Grants;
import coop.roseash.contract.provider.Grants.RefreshToken;
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
    private final Members members;
    private final AuditLog audit;
    private final Issuer issuer;

    IntrospectResource(ClientAuthentication authentication, AccessTokens tokens, Grants grants, Members members,
            AuditLog audit, Issuer issuer) {
        this.authentication = authentication;
        this.tokens = tokens;
        this.grants = grants;
        this.members = members;
        this.audit = audit;
        this.issuer = issuer;
    }

    @POST
    @Path("introspect")
    public Response introspect(@Nullable String body,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Parameters given = ClientAuthentication.parameters(body);
        Client client = authentication.requireSecret(authorization, given);
        String token = token(given);
        Map<String, Object> answer = tokens.read(token)
            .filter(found -> client.own() || found.clientId().equals(client.id()))
            .map(this::describe)
            .or(() -> refreshToken(token, client).map(this::describe))
            .orElse(Map.of("active", false));
        return Response.ok(answer).header("Cache-Control", "no-store").build();
    }

    /// Says the same whether there was such a token or not. With any token of a grant all of them end.
    @POST
    @Path("revoke")
    public Response revoke(@Nullable String body,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Parameters given = ClientAuthentication.parameters(body);
        Client client = authentication.require(authorization, given);
        String token = token(given);
        tokens.read(token)
            .filter(found -> found.clientId().equals(client.id()))
            .map(AccessToken::grantId)
            .or(() -> refreshToken(token, client).map(found -> found.grant().id()))
            .ifPresent(grant -> {
                grants.revoke(grant);
                audit.note(new AuditLog.Entry(AuditLog.Kind.TOKEN_REVOKED, null, client.id(), "", ""));
            });
        return Response.ok().header("Cache-Control", "no-store").build();
    }

    private Optional<RefreshToken> refreshToken(String token, Client client) {
        return grants.refreshToken(token).filter(found -> found.grant().clientId().equals(client.id()));
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

    private Map<String, Object> describe(RefreshToken token) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("active", true);
        answer.put("iss", issuer.name());
        members.byId(token.grant().memberId()).ifPresent(member -> answer.put("sub", member.subject()));
        answer.put("client_id", token.grant().clientId());
        answer.put("scope", token.grant().scope());
        answer.put("iat", token.issuedAt().getEpochSecond());
        answer.put("exp", token.expiresAt().getEpochSecond());
        return answer;
    }
}
