package coop.roseash.federation.oauth;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.provider.SigningKeys;
import coop.roseash.contract.provider.SigningKeys.SigningKey;

/// The public keys by which anyone checks our tokens (RFC 7517).
@Path("/oauth/jwks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class KeysResource {
    /// Seconds; no longer than new keys wait before they sign.
    private static final int AGE = 15;
    private final SigningKeys keys;

    KeysResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    public Response keys() {
        List<Map<String, Object>> published = keys.published().stream().map(KeysResource::jwk).toList();
        return Response.ok(Map.of("keys", published)).header("Cache-Control", "public, max-age=" + AGE).build();
    }

    private static Map<String, Object> jwk(SigningKey key) {
        try {
            JsonWebKey jwk = JsonWebKey.Factory.newJwk(key.publicKey());
            jwk.setKeyId(key.kid());
            jwk.setUse("sig");
            jwk.setAlgorithm(key.algorithm());
            return jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        } catch (JoseException e) {
            throw new IllegalStateException("The key " + key.kid() + " cannot be published", e);
        }
    }
}
