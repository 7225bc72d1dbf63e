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

    boolean isAlive(long id) {
        return count("id = ?1 and revokedAt is null", id) == 1;
    }

    /// Those made before, unless a refresh token of theirs may still come.
    void forgetBefore(Instant made, Instant now) {
        delete("createdAt < ?1 and not exists (select 1 from RefreshTokenEntity t where t.grantId = id"
                + " and t.endsAt > ?2)", made, now);
    }

    void revoke(long id, Instant now) {
        update("revokedAt = ?1 where id = ?2 and revokedAt is null", now, id);
    }

    /// Leaves those that may act without the member being there.
    void revokeSession(String sid, Instant now) {
        update("revokedAt = ?1 where sid = ?2 and revokedAt is null and scope not like '%offline_access%'", now, sid);
    }

    void revokeClient(String clientId, Instant now) {
        update("revokedAt = ?1 where clientId = ?2 and revokedAt is null", now, clientId);
    }

    void revokeOf(long memberId, String clientId, Instant now) {
        update("revokedAt = ?1 where memberId = ?2 and clientId = ?3 and revokedAt is null", now, memberId, clientId);
    }

    List<GrantEntity> ofSession(String sid) {
        return list("sid", sid);
    }
}
