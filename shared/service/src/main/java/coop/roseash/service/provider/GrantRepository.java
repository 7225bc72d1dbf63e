package coop.roseash.service.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.model.provider.GrantEntity;

@ApplicationScoped
class GrantRepository implements PanacheRepository<GrantEntity> {
    Optional<GrantEntity> byCode(String codeHash) {
        return find("codeHash", codeHash).singleResultOptional();
    }

    /// @return whether this was the first use
    boolean use(String codeHash, Instant now) {
        return update("usedAt = ?1 where codeHash = ?2 and usedAt is null", now, codeHash) == 1;
    }

    void revoke(long id, Instant now) {
        update("revokedAt = ?1 where id = ?2 and revokedAt is null", now, id);
    }

    void revokeSession(String sid, Instant now) {
        update("revokedAt = ?1 where sid = ?2 and revokedAt is null", now, sid);
    }

    List<GrantEntity> ofSession(String sid) {
        return list("sid", sid);
    }
}
