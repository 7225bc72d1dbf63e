package coop.roseash.federation.oauth;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.provider.SigningKeys;
import coop.roseash.contract.provider.SigningKeys.SigningKey;
import coop.roseash.testing.EmbeddedServices;

import static coop.roseash.federation.oauth.Browser.answer;
import static coop.roseash.federation.oauth.Browser.changed;
import static coop.roseash.federation.oauth.Browser.exchange;
import static coop.roseash.federation.oauth.Browser.token;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

/// Tokens that look like ours and are not: another key, another algorithm, another purpose.
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ForgeryTest {
    @Inject
    SigningKeys keys;
    private JWTClaimsSet claims;
    private String idToken;

    @BeforeEach
    void getTokens() throws Exception {
        Browser.registerClient(null, "RS256");
        var tokens = token(exchange(Browser.signedIn("wren").code()));
        claims = SignedJWT.parse(tokens.path("access_token").toString()).getJWTClaimsSet();
        idToken = tokens.path("id_token");
    }

    @Test
    void refusesAForeignKeyUnderOurKidAndTheKeyThatTheTokenBrings() throws Exception {
        KeyPair foreign = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        SigningKey ours = keys.current("RS256");
        RSAKey jwk = new RSAKey.Builder((java.security.interfaces.RSAPublicKey) foreign.getPublic()).build();
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("at+jwt"));

        assertRefused(sign(header.keyID(ours.kid()).build(), foreign));
        assertRefused(sign(header.jwk(jwk.toPublicJWK()).build(), foreign));
        assertRefused(sign(header.keyID("another").jwkURL(java.net.URI.create("http://127.0.0.1:1/jwks")).build(),
                foreign));
        assertRefused(sign(new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("at+jwt")).build(),
                foreign));
    }

    @Test
    void refusesOurPublicKeyTakenForASharedSecret() throws Exception {
        for (String algorithm : new String[]{"RS256", "ES256"}) {
            SigningKey ours = keys.current(algorithm);
            byte[] der = ours.publicKey().getEncoded();
            String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'})
                .encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
            assertRefused(hmac(ours.kid(), der));
            assertRefused(hmac(ours.kid(), pem.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void refusesOurOtherKeyAnotherTypeAnotherIssuerAndAnOldToken() throws Exception {
        SigningKey rsa = keys.current("RS256");
        KeyPair pair = new KeyPair(rsa.publicKey(), rsa.privateKey());
        JWSHeader at = header("RS256", rsa.kid(), "at+jwt");

        assertEquals(200, userinfo(sign(at, pair, claims)).statusCode());
        assertRefused(sign(header("RS256", keys.current("ES256").kid(), "at+jwt"), pair, claims));
        assertRefused(sign(header("RS256", rsa.kid(), "JWT"), pair, claims));
        assertRefused(sign(header("RS256", rsa.kid(), "logout+jwt"), pair, claims));
        assertRefused(sign(at, pair, change("iss", "https://evil.example")));
        assertRefused(sign(at, pair, change("aud", "https://evil.example")));
        assertRefused(sign(at, pair, change("exp", new java.util.Date(0))));
        assertRefused(sign(at, pair, change("sub", "nobody")));
        assertRefused(idToken);
    }

    @Test
    void believesNoForgedHint() throws Exception {
        KeyPair foreign = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        JWTClaimsSet hint = SignedJWT.parse(idToken).getJWTClaimsSet();
        String forged = sign(header("RS256", keys.current("RS256").kid(), "JWT"), foreign, hint);
        Browser browser = Browser.signedIn("wren");

        Map<String, String> silent = changed("prompt", "none");
        silent.put("id_token_hint", forged);
        assertEquals("login_required", answer(browser.authorize(silent)).get("error"));
        browser.open().get("/oauth/logout?id_token_hint=" + forged).then().statusCode(200);
        silent.put("id_token_hint", idToken);
        assertNotNull(answer(browser.authorize(silent)).get("code"));
    }

    @Test
    void givesACodeToNobodyElse() {
        Map<String, String> form = exchange(Browser.signedIn("wren").code());
        Browser.post("/oauth/token", form, Browser.basic("account", "test-client-secret-of-account"))
            .then()
            .statusCode(400);
        token(form).then().statusCode(400);
    }

    private JWTClaimsSet change(String name, Object value) {
        return new JWTClaimsSet.Builder(claims).claim(name, value).build();
    }

    private static JWSHeader header(String algorithm, String kid, String type) {
        return new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID(kid).type(new JOSEObjectType(type)).build();
    }

    private String sign(JWSHeader header, KeyPair pair) throws Exception {
        return sign(header, pair, claims);
    }

    private static String sign(JWSHeader header, KeyPair pair, JWTClaimsSet claims) throws Exception {
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(new RSASSASigner(pair.getPrivate()));
        return jwt.serialize();
    }

    private String hmac(String kid, byte[] secret) throws Exception {
        Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", "HS256", "typ", "at+jwt", "kid", kid));
        String signed = encode(com.nimbusds.jose.util.JSONObjectUtils.toJSONString(header)) + "."
                + encode(claims.toString());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return signed + "." + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String token) {
        assertEquals(401, userinfo(token).statusCode());
    }

    private static io.restassured.response.Response userinfo(String token) {
        return given().header("Authorization", "Bearer " + token).get("/oauth/userinfo");
    }
}
