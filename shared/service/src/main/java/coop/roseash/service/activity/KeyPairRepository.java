package coop.roseash.service.activity;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.model.activity.LocalKeyPair;
import coop.roseash.model.activity.LocalKeyPair.Algorithm;

/// The site's own key pairs; at most one of each kind is current.
@ApplicationScoped
class KeyPairRepository implements PanacheRepository<LocalKeyPair> {
    @Transactional(TxType.REQUIRES_NEW)
    Optional<LocalKeyPair> current(Algorithm algorithm) {
        return find("algorithm = ?1 and retiredAt is null", algorithm).firstResultOptional();
    }

    /// Does nothing when another process was quicker.
    @Transactional(TxType.REQUIRES_NEW)
    void add(Algorithm algorithm, byte[] publicKey, byte[] sealedPrivate, Instant now) {
        getEntityManager().createNativeQuery("""
                INSERT INTO ap_keypair (algorithm, public_key, sealed_private, created_at)
                VALUES (:algorithm, :public, :sealed, :now) ON CONFLICT DO NOTHING
                """)
            .setParameter("algorithm", algorithm.name())
            .setParameter("public", publicKey)
            .setParameter("sealed", sealedPrivate)
            .setParameter("now", now)
            .executeUpdate();
    }
}
