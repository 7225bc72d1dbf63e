package coop.roseash.infrastructure.auth;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.redis.datasource.RedisDataSource;

/// Reads federation's logout tokens (OpenID Connect Back-Channel Logout 1.0, section 2.6).
@ApplicationScoped
@UnlessBuildProperty(name = "app.name", stringValue = "federation")
class LogoutTokens {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int LONGEST = 8192;

    private final JwtConsumer consumer;
    private final RedisDataSource redis;
    private final AuthConfig config;
    private final String memory;

    LogoutTokens(ProviderAddresses provider, RedisDataSource redis, AuthConfig config) {
        this.redis = redis;
        this.config = config;
        this.memory = "logout-token:" + provider.client() + ":";
        int timeout = (int) config.timeout().toMillis();
        int seconds = (int) config.logoutTokenAge().toSeconds();
        Get get = new Get();
        get.setConnectTimeout(timeout);
        get.setReadTimeout(timeout);
        get.setRetries(0);
        HttpsJwks keys = new HttpsJwks(provider.keys());
        keys.setSimpleHttpGet(get);
        keys.setRefreshReprieveThreshold(1000);
        this.consumer = new JwtConsumerBuilder().setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
            .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT,
                    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                    AlgorithmIdentifiers.RSA_USING_SHA256)
            .setExpectedType(true, "logout+jwt")
            .setExpectedIssuer(true, provider.issuer())
            .setExpectedAudience(true, provider.client())
            .setRequireExpirationTime()
            .setRequireIssuedAt()
            .setRequireJwtId()
            .setIssuedAtRestrictions(seconds, seconds)
            .setAllowedClockSkewInSeconds(5)
            .build();
    }

    /// The session at federation that ended.
    ///
    /// @throws InvalidLogoutToken when it is anything but a fresh logout token of federation for this app
    String endedSid(String token) throws InvalidLogoutToken {
        if (token.length() > LONGEST) {
            throw new InvalidLogoutToken("too long");
        }
        try {
            JwtClaims claims = consumer.processToClaims(token);
            if (claims.hasClaim("nonce") || !(claims.getClaimValue("events") instanceof Map<?, ?> events)
                    || !(events.get(EVENT) instanceof Map<?, ?>)) {
                throw new InvalidLogoutToken("not a logout token");
            }
            String sid = claims.getStringClaimValue("sid");
            if (sid == null || sid.isEmpty()) {
                throw new InvalidLogoutToken("sid is missing");
            }
            useOnce(claims.getJwtId());
            return sid;
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new InvalidLogoutToken(e.toString());
        }
    }

    private void useOnce(String id) throws InvalidLogoutToken {
        if (!redis.value(String.class).setnx(memory + id, "")) {
            throw new InvalidLogoutToken("used before");
        }
        redis.key().expire(memory + id, config.logoutTokenAge().multipliedBy(2));
    }

    /// Why a logout token was refused; the reason is for the log, not for the answer.
    static class InvalidLogoutToken extends Exception {
        InvalidLogoutToken(String reason) {
            super(reason);
        }
    }
}
