package coop.roseash.account.auth;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import coop.roseash.contract.session.Session;
import coop.roseash.contract.session.Sessions;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(StandInProvider.class)
class BackchannelTest {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    @Inject
    Sessions sessions;

    @Test
    void endsAllSessionsOfTheSidAndNoOther() {
        String sid = "sid-" + UUID.randomUUID();
        String phone = session(sid);
        String laptop = session(sid);
        String other = session("sid-" + UUID.randomUUID());

        Response answer = send(token(sid, claims -> {
        }));

        answer.then().statusCode(200).header("Cache-Control", "no-store");
        given().cookie(SignIn.COOKIE, phone).get("/probe").then().statusCode(200).body(equalTo("guest"));
        given().cookie(SignIn.COOKIE, laptop).get("/probe").then().body(equalTo("guest"));
        given().cookie(SignIn.COOKIE, other).get("/probe").then().body(equalTo("swift"));
        assertTrue(sessions.start(session(1, sid)).isEmpty());
    }

    @Test
    void refusesEveryOtherToken() {
        refuses(claims -> claims.setIssuer("https://evil.example"));
        refuses(claims -> claims.setAudience("blog"));
        refuses(claims -> claims.unsetClaim("sid"));
        refuses(claims -> claims.unsetClaim("exp"));
        refuses(claims -> claims.unsetClaim("iat"));
        refuses(claims -> claims.unsetClaim("jti"));
        refuses(claims -> claims.unsetClaim("events"));
        refuses(claims -> claims.setClaim("events", Map.of("other", Map.of())));
        refuses(claims -> claims.setStringClaim("nonce", "an ID token has one"));
        refuses(claims -> claims.setExpirationTime(NumericDate.fromSeconds(Instant.now().getEpochSecond() - 60)));
        refuses(claims -> claims.setIssuedAt(NumericDate.fromSeconds(Instant.now().getEpochSecond() - 3600)));
        assertEquals(400, send("not.a.token").statusCode());
        given().contentType("application/x-www-form-urlencoded")
            .body("logout_token=%")
            .post("/auth/backchannel")
            .then()
            .statusCode(400)
            .header("Cache-Control", containsString("no-store"));
        assertEquals(400,
                given().contentType("application/x-www-form-urlencoded").post("/auth/backchannel").statusCode());
    }

    @Test
    void refusesAForeignKeyAWrongTypeAndNoSignatureAtAll() {
        String sid = "sid-" + UUID.randomUUID();
        String kept = session(sid);
        JwtClaims claims = claims(sid);

        assertEquals(400,
                send(StandInProvider.sign(claims, "logout+jwt", StandInProvider.newKey("stand-in"))).statusCode());
        assertEquals(400,
                send(StandInProvider.sign(claims, "logout+jwt", StandInProvider.newKey("another"))).statusCode());
        assertEquals(400, send(StandInProvider.sign(claims, "JWT", StandInProvider.key())).statusCode());
        String signed = token(sid, it -> {
        });
        String body = signed.split("\\.")[1];
        assertEquals(400, send("eyJhbGciOiJub25lIiwidHlwIjoibG9nb3V0K2p3dCJ9." + body + ".").statusCode());

        given().cookie(SignIn.COOKIE, kept).get("/probe").then().body(equalTo("swift"));
    }

    @Test
    void refusesThePublicKeyAsASharedSecretAndTheKeyThatTheTokenBrings() throws Exception {
        String sid = "sid-" + UUID.randomUUID();
        String kept = session(sid);
        JsonWebSignature shared = new JsonWebSignature();
        shared.setPayload(claims(sid).toJson());
        shared.setAlgorithmHeaderValue("HS256");
        shared.setKeyIdHeaderValue("stand-in");
        shared.setHeader("typ", "logout+jwt");
        shared.setKey(new HmacKey(StandInProvider.key().getPublicKey().getEncoded()));
        assertEquals(400, send(shared.getCompactSerialization()).statusCode());

        EllipticCurveJsonWebKey foreign = StandInProvider.newKey("foreign");
        JsonWebSignature bringing = new JsonWebSignature();
        bringing.setPayload(claims(sid).toJson());
        bringing.setAlgorithmHeaderValue("ES256");
        bringing.setJwkHeader(foreign);
        bringing.setHeader("typ", "logout+jwt");
        bringing.setKey(foreign.getPrivateKey());
        assertEquals(400, send(bringing.getCompactSerialization()).statusCode());

        given().cookie(SignIn.COOKIE, kept).get("/probe").then().body(equalTo("swift"));
    }

    @Test
    void takesATokenOnce() {
        String token = token("sid-" + UUID.randomUUID(), claims -> {
        });

        assertEquals(200, send(token).statusCode());
        assertEquals(400, send(token).statusCode());
    }

    private void refuses(Consumer<JwtClaims> change) {
        String sid = "sid-" + UUID.randomUUID();
        String kept = session(sid);
        assertEquals(400, send(token(sid, change)).statusCode());
        given().cookie(SignIn.COOKIE, kept).get("/probe").then().body(equalTo("swift"));
    }

    private String session(String sid) {
        long member = SignIn.member("swift").id();
        return sessions.start(session(member, sid)).orElseThrow();
    }

    private static Session session(long member, String sid) {
        return Session.starting(member, sid, Instant.now(), Instant.now(), "", new Session.Device("", ""));
    }

    private static String token(String sid, Consumer<JwtClaims> change) {
        JwtClaims claims = claims(sid);
        change.accept(claims);
        return StandInProvider.sign(claims, "logout+jwt", StandInProvider.key());
    }

    private static JwtClaims claims(String sid) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(StandInProvider.ISSUER);
        claims.setAudience("account");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(2);
        claims.setGeneratedJwtId();
        claims.setStringClaim("sid", sid);
        claims.setClaim("events", Map.of(EVENT, Map.of()));
        return claims;
    }

    private static Response send(String token) {
        return given().contentType("application/x-www-form-urlencoded")
            .formParam("logout_token", token)
            .post("/auth/backchannel");
    }
}
