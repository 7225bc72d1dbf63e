package coop.roseash.service.provider;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import coop.roseash.model.provider.SigningKeyEntity;

@ApplicationScoped
class SigningKeyRepository implements PanacheRepositoryBase<SigningKeyEntity, String> {
    static final String CHANNEL = "signing_keys";
    private static final long LOCK = 0x5167_4B65L;

    /// The newest first.
    List<SigningKeyEntity> all() {
        return list("order by signsFrom desc, createdAt desc, kid");
    }

    /// Lets one replica at a time make keys, until its transaction ends.
    void lock() {
        getEntityManager().createNativeQuery("SELECT CAST(pg_advisory_xact_lock(" + LOCK + ") AS TEXT)")
            .getSingleResult();
    }

    /// Tells all replicas, when this transaction commits.
    void announce() {
        getEntityManager().createNativeQuery("SELECT CAST(pg_notify('" + CHANNEL + "', '') AS TEXT)").getSingleResult();
    }
}
