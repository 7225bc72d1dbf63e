package coop.roseash.service.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.model.signin.PasskeyEntity;

@ApplicationScoped
class PasskeyRepository implements PanacheRepository<PasskeyEntity> {
    List<PasskeyEntity> of(long memberId) {
        return list("memberId = ?1 order by id desc", memberId);
    }

    Optional<PasskeyEntity> byCredential(byte[] credentialId) {
        return find("credentialId", credentialId).singleResultOptional();
    }

    /// One statement, so that of two uses of a copied key only one can pass.
    boolean use(long id, long signCount, Instant now) {
        return update("signCount = ?1, usedAt = ?2 where id = ?3 and (signCount < ?1 or (signCount = 0 and ?1 = 0))",
                signCount, now, id) == 1;
    }
}
