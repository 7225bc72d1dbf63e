package coop.roseash.service.provider;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import coop.roseash.model.provider.SigningKeyEntity;

@ApplicationScoped
class SigningKeyRepository implements PanacheRepositoryBase<SigningKeyEntity, String> {
    /// The current keys first.
    List<SigningKeyEntity> retiredAfter(Instant instant) {
        return list("retiredAt is null or retiredAt > ?1 order by retiredAt desc nulls first, createdAt", instant);
    }
}
