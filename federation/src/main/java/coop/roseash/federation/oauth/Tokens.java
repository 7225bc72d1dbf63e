package coop.roseash.federation.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Grants.Grant;
import coop.roseash.contract.provider.SigningKeys;
import coop.roseash.contract.provider.SigningKeys.SigningKey;

/// Signs ID tokens, access tokens (RFC 9068) and logout tokens.
@ApplicationScoped
class Tokens {
    static final String ACCESS_TYPE = "at+jwt";
    static final String GRANT = "grant";
    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final SigningKeys keys;
    private final Issuer issuer;
    private final OauthConfig config;
    private final Clock clock;

    Tokens(SigningKeys keys, Issuer issuer, OauthConfig config, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.config = config;
        this.clock = clock;
    }

    String access(Grant grant, Member member) {
        JwtClaimsBuilder claims = claims(config.accessTokenLifetime())
            .subject(member.subject())
            .audience(issuer.name())
            .claim("client_id", grant.clientId())
            .claim("scope", grant.scope())
            .claim("auth_time", grant.authTime().getEpochSecond())
            .claim(GRANT, grant.id());
        return sign(claims, ACCESS_TYPE, "ES256");
    }

    /// What an ID token says besides the grant.
    ///
    /// @param nonce as the client gave it; null when it gave none, and after a refresh
    /// @param access the access token that comes with it
    record IdToken(Member member, Client client, @Nullable String nonce, String access) {}

    String id(Grant grant, IdToken token) {
        JwtClaimsBuilder claims = claims(config.idTokenLifetime())
            .subject(token.member().subject())
            .audience(token.client().id())
            .claim("auth_time", grant.authTime().getEpochSecond())
            .claim("at_hash", Sha256.leftHalfOf(token.access()))
            .claim("sid", grant.sid());
        if (token.nonce() != null) {
            claims.claim("nonce", token.nonce());
        }
        return sign(claims, "JWT", token.client().idTokenAlgorithm());
    }

    /// Back-Channel Logout 1.0 section 2.4.
    String logout(Client client, String subject, String sid) {
        JwtClaimsBuilder claims = claims(config.logoutTokenLifetime())
            .subject(subject)
            .audience(client.id())
            .claim("sid", sid)
            .claim("events", Map.of(LOGOUT_EVENT, Map.of()));
        return sign(claims, "logout+jwt", client.idTokenAlgorithm());
    }

    private JwtClaimsBuilder claims(Duration lifetime) {
        Instant now = clock.instant();
        return Jwt.claims()
            .issuer(issuer.name())
            .issuedAt(now)
            .expiresAt(now.plus(lifetime))
            .claim("jti", UUID.randomUUID().toString());
    }

    private String sign(JwtClaimsBuilder claims, String type, String algorithm) {
        SigningKey key = keys.current(algorithm);
        return claims.jws()
            .header("typ", type)
            .keyId(key.kid())
            .algorithm(SignatureAlgorithm.fromAlgorithm(algorithm))
            .sign(key.privateKey());
    }
}
