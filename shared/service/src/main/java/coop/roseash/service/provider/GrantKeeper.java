package coop.roseash.service.provider;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.provider.Grants;
import coop.roseash.model.provider.GrantEntity;

/// Grants in PostgreSQL; one atomic update decides who uses a code first.
@ApplicationScoped
@Transactional
class GrantKeeper implements Grants {
    private final GrantRepository grants;
    private final Clock clock;

    GrantKeeper(GrantRepository grants, Clock clock) {
        this.grants = grants;
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
            .orElseGet(() -> new Redemption.Granted(new Grant(grant.id, grant.clientId, grant.memberId, grant.sid,
                    grant.nonce, grant.scope, grant.authTime)));
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
    public boolean isAlive(long grantId) {
        return grants.count("id = ?1 and revokedAt is null", grantId) == 1;
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
