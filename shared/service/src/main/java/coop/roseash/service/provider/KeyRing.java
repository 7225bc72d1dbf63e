package coop.roseash.service.provider;

import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;

import io.quarkus.narayana.jta.QuarkusTransaction;

import coop.roseash.contract.provider.SigningKeys;
import coop.roseash.model.provider.SigningKeyEntity;

/// Signing keys in PostgreSQL, with a copy in memory; the first replica that needs one makes it.
@ApplicationScoped
class KeyRing implements SigningKeys {
    private final SigningKeyRepository keys;
    private final KeyVault vault;
    private final EntityManager entities;
    private final SigningKeyConfig config;
    private final Clock clock;
    private volatile @Nullable Copy copy;

    private record Copy(List<SigningKey> keys, Instant until) {}

    KeyRing(SigningKeyRepository keys, KeyVault vault, EntityManager entities, SigningKeyConfig config, Clock clock) {
        this.keys = keys;
        this.vault = vault;
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public SigningKey current(String algorithm) {
        return published().stream().filter(key -> key.algorithm().equals(algorithm)).findFirst().orElseThrow();
    }

    @Override
    public List<SigningKey> published() {
        Copy known = copy;
        if (known == null || known.until().isBefore(clock.instant())) {
            known = load();
            copy = known;
        }
        return known.keys();
    }

    private synchronized Copy load() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            makeUnlessThere("ES256", now);
            makeUnlessThere("RS256", now);
            List<SigningKey> found = keys.retiredAfter(now.minus(config.afterlife())).stream().map(this::key).toList();
            return new Copy(found, now.plus(config.memory()));
        });
    }

    /// The unique index lets only one replica's key in.
    private void makeUnlessThere(String algorithm, Instant now) {
        if (keys.count("algorithm = ?1 and retiredAt is null", algorithm) > 0) {
            return;
        }
        KeyPair pair = vault.newPair(algorithm);
        String kid = UUID.randomUUID().toString();
        entities.createNativeQuery("""
                INSERT INTO signing_keys (kid, algorithm, public_key, private_key, created_at)
                VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING""")
            .setParameter(1, kid)
            .setParameter(2, algorithm)
            .setParameter(3, pair.getPublic().getEncoded())
            .setParameter(4, vault.lock(kid, pair.getPrivate()))
            .setParameter(5, now)
            .executeUpdate();
    }

    private SigningKey key(SigningKeyEntity entity) {
        return new SigningKey(entity.kid, entity.algorithm, KeyVault.publicKey(entity.algorithm, entity.publicKey),
                vault.unlock(entity.kid, entity.algorithm, entity.privateKey));
    }
}
