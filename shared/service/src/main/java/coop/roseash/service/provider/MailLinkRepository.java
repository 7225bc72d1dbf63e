package coop.roseash.service.provider;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import coop.roseash.model.provider.MailLinkEntity;

@ApplicationScoped
class MailLinkRepository implements PanacheRepositoryBase<MailLinkEntity, String> {
    Optional<MailLinkEntity> usable(String tokenHash, Instant now) {
        return find("tokenHash = ?1 and usedAt is null and expiresAt > ?2", tokenHash, now).singleResultOptional();
    }

    /// @return whether this was the first use, in time
    boolean use(String tokenHash, Instant now) {
        return update("usedAt = ?1 where tokenHash = ?2 and usedAt is null and expiresAt > ?1", now, tokenHash) == 1;
    }
}
