package coop.roseash.federation.oauth;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import coop.roseash.testing.EmbeddedServices;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The provider driven by a client library written elsewhere (Nimbus), which parses and checks every answer itself.
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ClientLibraryTest {
    private static final ClientID CLIENT = new ClientID(Browser.CLIENT);
    private static final URI CALLBACK = URI.create(Browser.REDIRECT);
    private final ClientSecretBasic proof = new ClientSecretBasic(CLIENT, new Secret(Browser.SECRET));

    @BeforeEach
    void registerClient() {
        Browser.registerClient(null, "RS256");
    }

    @Test
    void goesTheWholeWay() throws Exception {
        CodeVerifier verifier = new CodeVerifier();
        Nonce nonce = new Nonce();
        State state = new State();
        AuthenticationSuccessResponse answer = ask(verifier, nonce, state).toSuccessResponse();
        assertEquals(state, answer.getState());
        assertEquals(new Issuer(Browser.ISSUER), answer.getIssuer());

        OIDCTokens tokens = tokens(new AuthorizationCodeGrant(answer.getAuthorizationCode(), CALLBACK, verifier));

        JWKSet keys = JWKSet.parse(given().get("/oauth/jwks").asString());
        IDTokenClaimsSet claims = new IDTokenValidator(new Issuer(Browser.ISSUER), CLIENT, JWSAlgorithm.RS256,
                keys)
            .validate(tokens.getIDToken(), nonce);
        AccessTokenValidator.validate(tokens.getAccessToken(), JWSAlgorithm.RS256, claims.getAccessTokenHash());
        UserInfoResponse userinfo = UserInfoResponse
            .parse(new UserInfoRequest(endpoint("userinfo"), tokens.getAccessToken()).toHTTPRequest().send());
        assertEquals(claims.getSubject(), userinfo.toSuccessResponse().getUserInfo().getSubject());
        OIDCTokens next = tokens(new RefreshTokenGrant(tokens.getRefreshToken()));
        assertNotEquals(tokens.getRefreshToken(), next.getRefreshToken());
        assertTrue(isActive(next));
        new TokenRevocationRequest(endpoint("revoke"), proof, next.getRefreshToken()).toHTTPRequest()
            .send()
            .ensureStatusCode(200);
        assertFalse(isActive(next));
    }

    @Test
    void tellsOfEveryEndpointAndNothingItCannotDo() throws Exception {
        OIDCProviderMetadata metadata = OIDCProviderMetadata
            .parse(given().get("/.well-known/openid-configuration").asString());

        assertTrue(metadata.getGrantTypes().contains(com.nimbusds.oauth2.sdk.GrantType.REFRESH_TOKEN));
        assertTrue(metadata.getCodeChallengeMethods().equals(List.of(CodeChallengeMethod.S256)));
        assertTrue(metadata.getIDTokenJWSAlgs().contains(JWSAlgorithm.RS256));
        assertFalse(metadata.supportsRequestParam() || metadata.supportsRequestURIParam());
        for (String path : List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")) {
            assertEquals(Browser.ISSUER, given().get(path).path("issuer"));
        }
    }

    @Test
    void answersAnErrorThatTheLibraryUnderstands() throws Exception {
        AuthenticationRequest silent = new AuthenticationRequest.Builder(
                com.nimbusds.oauth2.sdk.ResponseType.CODE, new Scope("openid"), CLIENT, CALLBACK)
            .state(new State())
            .prompt(new Prompt(Prompt.Type.NONE))
            .codeChallenge(new CodeVerifier(), CodeChallengeMethod.S256)
            .build();

        AuthenticationResponse answer = answer(new Browser(), silent);

        AuthorizationErrorResponse error = answer.toErrorResponse();
        assertEquals("login_required", error.getErrorObject().getCode());
        assertEquals(new Issuer(Browser.ISSUER), answer.getIssuer());
    }

    private AuthenticationResponse ask(CodeVerifier verifier, Nonce nonce, State state) throws Exception {
        AuthenticationRequest request = new AuthenticationRequest.Builder(
                com.nimbusds.oauth2.sdk.ResponseType.CODE, new Scope("openid", "profile", "email"), CLIENT, CALLBACK)
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build();
        return answer(Browser.signedIn("wren"), request);
    }

    private static AuthenticationResponse answer(Browser browser, AuthenticationRequest request) throws Exception {
        String location = browser.open().get("/oauth/authorize?" + request.toQueryString()).header("Location");
        return AuthenticationResponseParser.parse(URI.create(location));
    }

    private OIDCTokens tokens(AuthorizationGrant grant) throws Exception {
        TokenRequest request = new TokenRequest(endpoint("token"), proof, grant);
        return ((OIDCTokenResponse) OIDCTokenResponseParser.parse(request.toHTTPRequest().send())).getOIDCTokens();
    }

    private boolean isActive(OIDCTokens tokens) throws Exception {
        return TokenIntrospectionResponse
            .parse(new TokenIntrospectionRequest(endpoint("introspect"), proof, tokens.getAccessToken())
                .toHTTPRequest()
                .send())
            .toSuccessResponse()
            .isActive();
    }

    private static URI endpoint(String name) {
        return URI.create("http://127.0.0.1:" + RestAssured.port + "/oauth/" + name);
    }
}
