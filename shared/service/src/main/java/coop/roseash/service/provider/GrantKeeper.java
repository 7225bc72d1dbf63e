package coop.roseash.service.provider;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.provider.Grants;
import coop.roseash.contract.session.Sessions;

/// Codes in Redis, what they become in PostgreSQL; one atomic command decides who uses a code first.
@ApplicationScoped
class GrantKeeper implements Grants {
    private final Codes codes;
    private final GrantInsert insert;
    private final GrantStore store;
    private final Sessions sessions;
    private final Clock clock;

    GrantKeeper(Codes codes, GrantInsert insert, GrantStore store, Sessions sessions, Clock clock) {
        this.codes = codes;
        this.insert = insert;
        this.store = store;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public String issue(Request request) {
        String code = Hash.newSecret();
        codes.put(Hash.of(code), request);
        return code;
    }

    /// A second user marks first and looks then, the first one stores first and looks then: whichever comes last
    /// sees the other. The same holds for a sign-out in between.
    @Override
    public Redemption redeem(String code, Proof proof, @Nullable RefreshLife life) {
        String hash = Hash.of(code);
        Optional<Request> found = codes.take(hash);
        if (found.isEmpty()) {
            codes.noteAgain(hash);
            return store.revokeOfCode(hash, clock.instant());
        }
        Request request = found.get();
        Optional<String> refusal = refusal(request, proof);
        if (refusal.isPresent()) {
            return new Redemption.Refused(refusal.get());
        }
        Redemption.Granted granted = add(hash, request, life);
        boolean over = sessions.isEnded(request.sid());
        if (over || codes.cameAgain(hash)) {
            store.revoke(granted.grant().id(), clock.instant());
        }
        return over ? new Redemption.Refused("signed out meanwhile") : granted;
    }

    private Redemption.Granted add(String codeHash, Request request, @Nullable RefreshLife life) {
        String token = life == null ? null : Hash.newSecret();
        long id = insert.insert(codeHash, request, token == null ? null : Hash.of(token), life);
        return new Redemption.Granted(new Grant(id, request.clientId(), request.memberId(), request.sid(),
                request.scope(), request.authTime()), request.nonce(), token);
    }

    private static Optional<String> refusal(Request request, Proof proof) {
        if (!request.clientId().equals(proof.clientId()) || !request.redirectUri().equals(proof.redirectUri())) {
            return Optional.of("made for another client or address");
        }
        return request.challenge().equals(proof.challenge()) ? Optional.empty() : Optional.of("wrong verifier");
    }

    @Override
    public Refresh refresh(String token, String clientId, Duration idle) {
        return store.refresh(token, clientId, idle);
    }

    @Override
    public Optional<RefreshToken> refreshToken(String token) {
        return store.refreshToken(token);
    }

    @Override
    public boolean isAlive(long grantId) {
        return store.isAlive(grantId);
    }

    @Override
    public void revoke(long grantId) {
        store.revoke(grantId, clock.instant());
    }

    @Override
    public Set<String> revokeSession(String sid) {
        return store.revokeSession(sid, clock.instant());
    }
}
