package coop.roseash.federation.oauth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.federation.oauth.AccessTokens.AccessToken;

/// Tells a client who the member is, as far as its scopes go (OpenID Connect Core 1.0 section 5.3).
@Path("/oauth/userinfo")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UserinfoResource {
    private static final String CHALLENGE = "Bearer realm=\"federation\"";
    private static final String BEARER = "bearer ";
    private final AccessTokens tokens;

    UserinfoResource(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @GET
    public Response byHeader(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return answer(bearer(authorization));
    }

    @POST
    public Response posted(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return answer(bearer(authorization));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response byForm(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Nullable String body) {
        Optional<String> inForm = ClientAuthentication.parameters(body).text("access_token");
        if (inForm.isPresent() && authorization != null) {
            return refused("invalid_request", Response.Status.BAD_REQUEST);
        }
        return answer(inForm.or(() -> bearer(authorization)));
    }

    private static Optional<String> bearer(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
            .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .map(header -> header.substring(BEARER.length()).strip());
    }

    private Response answer(Optional<String> token) {
        if (token.isEmpty()) {
            return refused(Response.Status.UNAUTHORIZED, CHALLENGE, Map.of());
        }
        Optional<AccessToken> read = tokens.read(token.get());
        if (read.isEmpty()) {
            return refused("invalid_token", Response.Status.UNAUTHORIZED);
        }
        if (!read.get().allows("openid")) {
            return refused("insufficient_scope", Response.Status.FORBIDDEN);
        }
        return Response.ok(claims(read.get())).header("Cache-Control", "no-store").build();
    }

    private static Response refused(String error, Response.Status status) {
        String scope = "insufficient_scope".equals(error) ? ", scope=\"openid\"" : "";
        return refused(status, CHALLENGE + ", error=\"" + error + "\"" + scope, Map.of("error", error));
    }

    private static Response refused(Response.Status status, String challenge, Map<String, String> body) {
        return Response.status(status)
            .header("WWW-Authenticate", challenge)
            .header("Cache-Control", "no-store")
            .entity(body)
            .build();
    }

    private static Map<String, Object> claims(AccessToken token) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", token.member().subject());
        if (token.allows("profile")) {
            claims.put("name", token.member().displayName());
            claims.put("preferred_username", token.member().handle());
        }
        if (token.allows("email")) {
            claims.put("email", token.member().email());
            claims.put("email_verified", true);
        }
        return claims;
    }
}
