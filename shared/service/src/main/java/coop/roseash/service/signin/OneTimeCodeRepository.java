package coop.roseash.service.signin;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import coop.roseash.model.signin.OneTimeCodeEntity;

@ApplicationScoped
class OneTimeCodeRepository implements PanacheRepositoryBase<OneTimeCodeEntity, Long> {
    Optional<OneTimeCodeEntity> confirmed(long memberId) {
        return find("memberId = ?1 and confirmedAt is not null", memberId).singleResultOptional();
    }

    Optional<OneTimeCodeEntity> unconfirmed(long memberId) {
        return find("memberId = ?1 and confirmedAt is null", memberId).singleResultOptional();
    }

    /// @return whether no code of this step or a later one was taken before
    boolean take(long memberId, long step) {
        return update("lastStep = ?1 where memberId = ?2 and confirmedAt is not null and lastStep < ?1", step,
                memberId) == 1;
    }

    boolean confirm(long memberId, long step, Instant now) {
        return update("confirmedAt = ?1, lastStep = ?2 where memberId = ?3 and confirmedAt is null", now, step,
                memberId) == 1;
    }
}
