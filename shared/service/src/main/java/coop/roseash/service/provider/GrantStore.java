package coop.roseash.service.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.provider.Grants.Grant;
import coop.roseash.contract.provider.Grants.Redemption;
import coop.roseash.contract.provider.Grants.Refresh;
import coop.roseash.contract.provider.Grants.RefreshLife;
import coop.roseash.contract.provider.Grants.RefreshToken;
import coop.roseash.model.provider.GrantEntity;
import coop.roseash.model.provider.RefreshTokenEntity;

/// Grants and their refresh tokens in PostgreSQL, each step a transaction of its own.
@ApplicationScoped
@Transactional
class GrantStore {
    private final GrantRepository grants;
    private final RefreshTokenRepository refreshTokens;
    private final Clock clock;

    GrantStore(GrantRepository grants, RefreshTokenRepository refreshTokens, Clock clock) {
        this.grants = grants;
        this.refreshTokens = refreshTokens;
        this.clock = clock;
    }

    /// Kills what a code became that comes again.
    Redemption revokeOfCode(String codeHash, Instant now) {
        return grants.byCode(codeHash).<Redemption>map(grant -> {
            grants.revoke(grant.id, now);
            return new Redemption.Replayed(grant.memberId, grant.clientId);
        }).orElseGet(() -> new Redemption.Refused("unknown or expired"));
    }

    /// One atomic update decides who uses a token first.
    Refresh refresh(String token, String clientId, Duration idle) {
        String hash = Hash.of(token);
        RefreshTokenEntity known = refreshTokens.findById(hash);
        GrantEntity grant = known == null ? null : grants.findById(known.grantId);
        if (known == null || grant == null || !grant.clientId.equals(clientId)) {
            return new Refresh.Refused("unknown to this client");
        }
        Instant now = clock.instant();
        if (!refreshTokens.use(hash, now)) {
            grants.revoke(grant.id, now);
            return new Refresh.Reused(grant.memberId, grant.clientId);
        }
        if (!grants.isAlive(grant.id) || !known.expiresAt.isAfter(now)) {
            return new Refresh.Refused("revoked or expired");
        }
        return new Refresh.Refreshed(grant(grant),
                newRefreshToken(grant.id, new RefreshLife(now.plus(idle), known.endsAt)));
    }

    private String newRefreshToken(long grantId, RefreshLife life) {
        String token = Hash.newSecret();
        RefreshTokenEntity entity = new RefreshTokenEntity();
        entity.tokenHash = Hash.of(token);
        entity.grantId = grantId;
        entity.issuedAt = clock.instant();
        entity.endsAt = life.endsAt();
        entity.expiresAt = life.firstEnd();
        refreshTokens.persist(entity);
        return token;
    }

    Optional<RefreshToken> refreshToken(String token) {
        return refreshTokens.findByIdOptional(Hash.of(token))
            .filter(found -> found.usedAt == null && found.expiresAt.isAfter(clock.instant()))
            .flatMap(found -> grants.findByIdOptional(found.grantId)
                .filter(grant -> grant.revokedAt == null)
                .map(grant -> new RefreshToken(grant(grant), found.issuedAt, found.expiresAt)));
    }

    boolean isAlive(long grantId) {
        return grants.isAlive(grantId);
    }

    void revoke(long grantId, Instant now) {
        grants.revoke(grantId, now);
    }

    Set<String> revokeSession(String sid, Instant now) {
        grants.revokeSession(sid, now);
        return grants.ofSession(sid).stream().map(grant -> grant.clientId).collect(Collectors.toSet());
    }

    private static Grant grant(GrantEntity grant) {
        return new Grant(grant.id, grant.clientId, grant.memberId, grant.sid, grant.scope, grant.authTime);
    }
}
