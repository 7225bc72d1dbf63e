package coop.roseash.service.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.provider.Grants;
import coop.roseash.model.provider.GrantEntity;
import coop.roseash.model.provider.RefreshTokenEntity;

/// Grants in PostgreSQL; one atomic update decides who uses a code or a refresh token first.
@ApplicationScoped
@Transactional
class GrantKeeper implements Grants {
    private final GrantRepository grants;
    private final RefreshTokenRepository refreshTokens;
    private final Clock clock;

    GrantKeeper(GrantRepository grants, RefreshTokenRepository refreshTokens, Clock clock) {
        this.grants = grants;
        this.refreshTokens = refreshTokens;
        this.clock = clock;
    }

    @Override
    public String issue(Request request) {
        String code = Hash.newSecret();
        GrantEntity grant = new GrantEntity();
        grant.codeHash = Hash.of(code);
        grant.clientId = request.clientId();
        grant.memberId = request.memberId();
        grant.sid = request.sid();
        grant.redirectUri = request.redirectUri();
        grant.challenge = request.challenge();
        grant.nonce = request.nonce();
        grant.scope = request.scope();
        grant.authTime = request.authTime();
        grant.createdAt = clock.instant();
        grant.expiresAt = request.expiresAt();
        grants.persist(grant);
        return code;
    }

    @Override
    public Redemption redeem(String code, Proof proof) {
        String hash = Hash.of(code);
        boolean first = grants.use(hash, clock.instant());
        Optional<GrantEntity> found = grants.byCode(hash);
        if (found.isEmpty()) {
            return new Redemption.Refused("unknown code");
        }
        GrantEntity grant = found.get();
        if (!first) {
            grants.revoke(grant.id, clock.instant());
            return new Redemption.Replayed(grant.memberId, grant.clientId);
        }
        return refusal(grant, proof).<Redemption>map(Redemption.Refused::new)
            .orElseGet(() -> new Redemption.Granted(grant(grant)));
    }

    private static Grant grant(GrantEntity grant) {
        return new Grant(grant.id, grant.clientId, grant.memberId, grant.sid, grant.nonce, grant.scope,
                grant.authTime);
    }

    private Optional<String> refusal(GrantEntity grant, Proof proof) {
        if (grant.revokedAt != null) {
            return Optional.of("signed out meanwhile");
        }
        if (!grant.expiresAt.isAfter(clock.instant())) {
            return Optional.of("expired");
        }
        if (!grant.clientId.equals(proof.clientId()) || !grant.redirectUri.equals(proof.redirectUri())) {
            return Optional.of("made for another client or address");
        }
        return grant.challenge.equals(proof.challenge()) ? Optional.empty() : Optional.of("wrong verifier");
    }

    @Override
    public String startRefreshing(long grantId, RefreshLife life) {
        return newRefreshToken(grantId, life);
    }

    @Override
    public Refresh refresh(String token, String clientId, Duration idle) {
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
        Instant idleUntil = now.plus(idle);
        return new Refresh.Refreshed(grant(grant),
                newRefreshToken(grant.id, new RefreshLife(idleUntil, known.endsAt)));
    }

    private String newRefreshToken(long grantId, RefreshLife life) {
        String token = Hash.newSecret();
        RefreshTokenEntity entity = new RefreshTokenEntity();
        entity.tokenHash = Hash.of(token);
        entity.grantId = grantId;
        entity.issuedAt = clock.instant();
        entity.endsAt = life.endsAt();
        entity.expiresAt = life.idleUntil().isBefore(life.endsAt()) ? life.idleUntil() : life.endsAt();
        refreshTokens.persist(entity);
        return token;
    }

    @Override
    public Optional<RefreshToken> refreshToken(String token) {
        return refreshTokens.findByIdOptional(Hash.of(token))
            .filter(found -> found.usedAt == null && found.expiresAt.isAfter(clock.instant()))
            .flatMap(found -> grants.findByIdOptional(found.grantId)
                .filter(grant -> grant.revokedAt == null)
                .map(grant -> new RefreshToken(grant(grant), found.issuedAt, found.expiresAt)));
    }

    @Override
    public boolean isAlive(long grantId) {
        return grants.isAlive(grantId);
    }

    @Override
    public void revoke(long grantId) {
        grants.revoke(grantId, clock.instant());
    }

    @Override
    public Set<String> revokeSession(String sid) {
        grants.revokeSession(sid, clock.instant());
        return grants.ofSession(sid).stream().map(grant -> grant.clientId).collect(Collectors.toSet());
    }
}
