package coop.roseash.federation.oauth;

import java.security.Key;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

import coop.roseash.contract.provider.SigningKeys;
import coop.roseash.contract.provider.SigningKeys.SigningKey;

/// Reads tokens that this provider signed: by our own key ids only, whatever else the header says.
@ApplicationScoped
class TokenReader {
    private static final int LONGEST = 8192;

    private final JwtConsumer access;
    private final JwtConsumer hint;

    TokenReader(SigningKeys keys, Issuer issuer) {
        this.access = builder(issuer, keys::published).setExpectedType(true, Tokens.ACCESS_TYPE)
            .setExpectedAudience(true, issuer.name())
            .setRequireExpirationTime()
            .build();
        this.hint = builder(issuer, keys::remembered).setExpectedType(true, "JWT")
            .setSkipDefaultAudienceValidation()
            .setEvaluationTime(org.jose4j.jwt.NumericDate.fromSeconds(0))
            .build();
    }

    Optional<JwtClaims> accessToken(String token) {
        return read(access, token);
    }

    /// An ID token of ours, however old: as a hint it only tells who and which session is meant.
    Optional<JwtClaims> idTokenHint(String token) {
        return read(hint, token);
    }

    private static JwtConsumerBuilder builder(Issuer issuer, Supplier<List<SigningKey>> keys) {
        return new JwtConsumerBuilder().setVerificationKeyResolver((jws, nesting) -> key(jws, keys.get()))
            .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT,
                    Issuer.ALGORITHMS.toArray(String[]::new))
            .setExpectedIssuer(true, issuer.name())
            .setRequireSubject();
    }

    private static Optional<JwtClaims> read(JwtConsumer consumer, String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(consumer.processToClaims(token));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }

    private static Key key(JsonWebSignature jws, List<SigningKey> keys) throws UnresolvableKeyException {
        String algorithm = jws.getAlgorithmHeaderValue();
        return keys.stream()
            .filter(key -> key.kid().equals(jws.getKeyIdHeaderValue()) && key.algorithm().equals(algorithm))
            .findFirst()
            .map(SigningKey::publicKey)
            .orElseThrow(() -> new UnresolvableKeyException("not a key of ours"));
    }
}
