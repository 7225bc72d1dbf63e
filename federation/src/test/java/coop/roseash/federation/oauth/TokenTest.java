package coop.roseash.federation.oauth;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static coop.roseash.federation.oauth.Browser.CLIENT;
import static coop.roseash.federation.oauth.Browser.SECRET;
import static coop.roseash.federation.oauth.Browser.answer;
import static coop.roseash.federation.oauth.Browser.basic;
import static coop.roseash.federation.oauth.Browser.claims;
import static coop.roseash.federation.oauth.Browser.exchange;
import static coop.roseash.federation.oauth.Browser.post;
import static coop.roseash.federation.oauth.Browser.request;
import static coop.roseash.federation.oauth.Browser.token;
import static coop.roseash.federation.oauth.Browser.userinfo;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class TokenTest {
    @BeforeEach
    void registerClient() {
        Browser.registerClient(null, "RS256");
    }

    @Test
    void givesTokensThatAClientLibraryWrittenElsewhereAccepts() throws Exception {
        Map<String, String> asked = request();
        String code = answer(Browser.signedIn("wren").authorize(asked)).get("code");

        Response response = token(exchange(code));

        response.then()
            .statusCode(200)
            .header("Cache-Control", containsString("no-store"))
            .body("token_type",
                    equalTo("Bearer"));
        JWKSet keys = JWKSet.parse(given().get("/oauth/jwks").asString());
        IDTokenValidator validator = new IDTokenValidator(new Issuer(Browser.ISSUER), new ClientID(CLIENT),
                JWSAlgorithm.RS256, keys);
        IDTokenClaimsSet claims = validator.validate(SignedJWT.parse(response.path("id_token").toString()),
                new Nonce(asked.get("nonce")));
        assertEquals(SignIn.member("wren").subject(), claims.getSubject().getValue());
        assertEquals(List.of(CLIENT), claims.getAudience().stream().map(Object::toString).toList());
        assertTrue(claims.getAuthenticationTime() != null && claims.getSessionID() != null);
        SignedJWT access = SignedJWT.parse(response.path("access_token").toString());
        assertEquals("at+jwt", access.getHeader().getType().toString());
    }

    @Test
    void signsWithES256WhereTheClientWantsIt() throws Exception {
        Browser.registerClient(null, "ES256");
        Response response = token(exchange(Browser.signedIn("wren").code()));
        assertEquals(JWSAlgorithm.ES256,
                SignedJWT.parse(response.path("id_token").toString()).getHeader().getAlgorithm());
    }

    @Test
    void describesItselfToClientLibraries() throws Exception {
        OIDCProviderMetadata metadata = OIDCProviderMetadata
            .parse(given().get("/.well-known/openid-configuration").asString());

        assertEquals(Browser.ISSUER, metadata.getIssuer().getValue());
        assertEquals(URI.create(Browser.ISSUER + "/oauth/token"), metadata.getTokenEndpointURI());
        assertTrue(metadata.supportsAuthorizationResponseIssuerParam());
        assertTrue(metadata.supportsBackChannelLogout());
        given().get("/.well-known/oauth-authorization-server").then().statusCode(200);
        String keys = given().get("/oauth/jwks").asString();
        assertTrue(keys.contains("ES256") && keys.contains("RS256") && !keys.contains("\"d\""));
    }

    @Test
    void takesTheSecretInTheFormToo() {
        Map<String, String> form = exchange(Browser.signedIn("wren").code());
        form.put("client_id", CLIENT);
        form.put("client_secret", SECRET);
        post("/oauth/token", form, null).then().statusCode(200);
    }

    @Test
    void refusesAClientThatDoesNotProveWhoItIs() {
        Map<String, String> form = exchange(Browser.signedIn("wren").code());
        post("/oauth/token", form, basic(CLIENT, "wrong")).then()
            .statusCode(401)
            .header("WWW-Authenticate", startsWith("Basic"))
            .body("error", equalTo("invalid_client"));
        post("/oauth/token", form, basic("nobody", SECRET)).then().statusCode(401);
        post("/oauth/token", form, null).then().statusCode(401);
        post("/oauth/token", form, "Basic %%%").then().statusCode(401);
        post("/oauth/token", form, "Bearer x").then().statusCode(401);
        Map<String, String> both = new java.util.LinkedHashMap<>(form);
        both.put("client_secret", SECRET);
        post("/oauth/token", both, basic(CLIENT, SECRET)).then()
            .statusCode(400)
            .body("error",
                    equalTo("invalid_request"));
        token(form).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"grant_type,password,unsupported_grant_type", "grant_type,,invalid_request", "code,,invalid_request",
            "code,wrong,invalid_grant", "code_verifier,,invalid_request",
            "code_verifier,another-verifier-with-more-than-43-characters-in-it,invalid_grant",
            "code_verifier,short,invalid_grant", "redirect_uri,,invalid_request",
            "redirect_uri,https://checker.example/other,invalid_grant"})
    void refusesWhatDoesNotBelongToTheCode(String parameter, String value, String error) {
        Map<String, String> form = exchange(Browser.signedIn("wren").code());
        form.compute(parameter, (name, before) -> value);
        form.values().removeIf(java.util.Objects::isNull);
        token(form).then().statusCode(400).body("error", equalTo(error));
    }

    @Test
    void refusesADoubledParameterAndABrokenForm() {
        String body = Browser.query(exchange(Browser.signedIn("wren").code()));
        for (String broken : List.of(body + "&code=x", body + "&x=%", body + "&x=%zz")) {
            given().contentType("application/x-www-form-urlencoded")
                .header("Authorization", basic(CLIENT, SECRET))
                .body(broken)
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
        }
    }

    @Test
    void killsTheTokensOfACodeThatIsUsedAgain() {
        String code = Browser.signedIn("wren").code();
        String access = token(exchange(code)).path("access_token");
        userinfo(access).then().statusCode(200);

        token(exchange(code)).then().statusCode(400).body("error", equalTo("invalid_grant"));

        userinfo(access).then().statusCode(401).header("WWW-Authenticate", containsString("invalid_token"));
    }

    @Test
    void letsOneOfManyAtOnceUseACode() throws Exception {
        Map<String, String> form = exchange(Browser.signedIn("wren").code());
        Callable<Integer> use = () -> token(form).statusCode();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> all = threads.invokeAll(java.util.Collections.nCopies(8, use));
            int successes = 0;
            for (Future<Integer> each : all) {
                successes += each.get() == 200 ? 1 : 0;
            }
            assertEquals(1, successes);
        }
    }

    @Test
    void takesAnEmptySecretOrIdBesideTheHeaderAsLeftOut() {
        for (String empty : List.of("client_id", "client_secret", "scope")) {
            Map<String, String> form = exchange(Browser.signedIn("wren").code());
            form.put(empty, "");
            token(form).then().statusCode(200);
        }
    }
}
