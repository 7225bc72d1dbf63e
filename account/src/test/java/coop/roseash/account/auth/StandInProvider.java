package coop.roseash.account.auth;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/// Federation's keys and token endpoint, with answers the test decides on.
public class StandInProvider implements QuarkusTestResourceLifecycleManager {
    static final String ISSUER = "http://federation.rose-ash.localhost:8080";
    private static final Map<String, String> ID_TOKENS = new ConcurrentHashMap<>();
    private static final EllipticCurveJsonWebKey KEY = newKey("stand-in");
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/oauth/jwks",
                exchange -> answer(exchange, 200, "{\"keys\":["
                        + KEY.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + "]}"));
        server.createContext("/oauth/token", StandInProvider::token);
        server.start();
        return Map.of("fed.internal", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /// The token endpoint will answer this code, once, with an ID token of these claims.
    static void issue(String code, JwtClaims claims) {
        ID_TOKENS.put(code, sign(claims, "JWT", KEY));
    }

    static String sign(JwtClaims claims, String type, EllipticCurveJsonWebKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue("ES256");
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", type);
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static EllipticCurveJsonWebKey key() {
        return KEY;
    }

    static EllipticCurveJsonWebKey newKey(String id) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            key.setUse("sig");
            key.setAlgorithm("ES256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String code = body.replaceAll("(?:^|.*&)code=([^&]*).*", "$1");
        String idToken = ID_TOKENS.remove(code);
        if (idToken == null) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            answer(exchange, 200,
                    "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\""
                            + idToken + "\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
