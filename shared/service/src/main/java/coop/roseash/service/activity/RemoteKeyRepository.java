package coop.roseash.service.activity;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import coop.roseash.model.activity.RemoteKey;

/// The keys other servers sign with.
@ApplicationScoped
class RemoteKeyRepository implements PanacheRepositoryBase<RemoteKey, String> {
    @Transactional(TxType.REQUIRES_NEW)
    Optional<RemoteKey> known(String keyId) {
        return findByIdOptional(keyId);
    }

    /// Keeps a key as its owner's document has it, unless one is kept that verified before.
    @Transactional(TxType.REQUIRES_NEW)
    void keep(RemoteKey key) {
        write(key, "WHERE ap_remote_key.verified_at IS NULL");
    }

    /// The key verified a request: it takes the place of any other.
    @Transactional(TxType.REQUIRES_NEW)
    void verified(RemoteKey key, Instant now) {
        key.verifiedAt = now;
        write(key, "");
    }

    private void write(RemoteKey key, String condition) {
        getEntityManager().createNativeQuery("""
                INSERT INTO ap_remote_key (key_id, owner_uri, public_key, algorithm, fetched_at, verified_at)
                VALUES (:id, :owner, :key, :algorithm, :fetched, :verified)
                ON CONFLICT (key_id) DO UPDATE SET owner_uri = excluded.owner_uri, public_key = excluded.public_key,
                    algorithm = excluded.algorithm, fetched_at = excluded.fetched_at, verified_at = excluded.verified_at
                """ + condition)
            .setParameter("id", key.keyId)
            .setParameter("owner", key.ownerUri)
            .setParameter("key", key.publicKey)
            .setParameter("algorithm", key.algorithm)
            .setParameter("fetched", key.fetchedAt)
            .setParameter("verified", key.verifiedAt)
            .executeUpdate();
    }
}
