package coop.roseash.federation.oauth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// What a client needs to know (OpenID Connect Discovery 1.0, RFC 8414).
@Path("/.well-known")
@Produces(MediaType.APPLICATION_JSON)
public class DiscoveryResource {
    private final Issuer issuer;

    DiscoveryResource(Issuer issuer) {
        this.issuer = issuer;
    }

    @GET
    @Path("openid-configuration")
    public Response openid() {
        return answer();
    }

    @GET
    @Path("oauth-authorization-server")
    public Response oauth() {
        return answer();
    }

    private Response answer() {
        Map<String, Object> metadata = new LinkedHashMap<>(endpoints());
        List<String> secret = List.of("client_secret_basic", "client_secret_post");
        List<String> any = List.of("client_secret_basic", "client_secret_post", "none");
        metadata.put("scopes_supported", Issuer.SCOPES);
        metadata.put("response_types_supported", List.of("code"));
        metadata.put("response_modes_supported", List.of("query"));
        metadata.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
        metadata.put("subject_types_supported", List.of("public"));
        metadata.put("id_token_signing_alg_values_supported", Issuer.ALGORITHMS);
        metadata.put("token_endpoint_auth_methods_supported", any);
        metadata.put("introspection_endpoint_auth_methods_supported", secret);
        metadata.put("revocation_endpoint_auth_methods_supported", any);
        metadata.put("code_challenge_methods_supported", List.of("S256"));
        metadata.put("prompt_values_supported", List.of("none", "login", "consent", "select_account"));
        metadata.put("claims_supported",
                List.of("iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "sid", "at_hash",
                        "name", "preferred_username", "email", "email_verified"));
        metadata.put("authorization_response_iss_parameter_supported", true);
        metadata.put("backchannel_logout_supported", true);
        metadata.put("backchannel_logout_session_supported", true);
        metadata.put("claim_types_supported", List.of("normal"));
        metadata.put("ui_locales_supported", List.of("en-GB"));
        metadata.put("request_parameter_supported", false);
        metadata.put("request_uri_parameter_supported", false);
        metadata.put("claims_parameter_supported", false);
        return Response.ok(metadata).header("Cache-Control", "public, max-age=300").build();
    }

    private Map<String, Object> endpoints() {
        Map<String, Object> endpoints = new LinkedHashMap<>();
        endpoints.put("issuer", issuer.name());
        endpoints.put("authorization_endpoint", issuer.at("/oauth/authorize"));
        endpoints.put("token_endpoint", issuer.at("/oauth/token"));
        endpoints.put("userinfo_endpoint", issuer.at("/oauth/userinfo"));
        endpoints.put("jwks_uri", issuer.at("/oauth/jwks"));
        endpoints.put("introspection_endpoint", issuer.at("/oauth/introspect"));
        endpoints.put("revocation_endpoint", issuer.at("/oauth/revoke"));
        endpoints.put("end_session_endpoint", issuer.at("/oauth/logout"));
        return endpoints;
    }
}
