package coop.roseash.contract.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// Authorization codes and what became of them: access and refresh tokens (RFC 6749 sections 4.1 and 6).
public interface Grants {
    /// Makes a code, of which only the hash is kept.
    String issue(Request request);

    /// Changes a code into a grant, once. Using it again kills what it was changed into.
    ///
    /// @param life of the refresh token that comes with it; null for none
    Redemption redeem(String code, Proof proof, @Nullable RefreshLife life);

    /// Changes a refresh token into its successor, once. Using one again kills its whole family.
    ///
    /// @param idle how long the successor waits for its use, within the family's own end
    Refresh refresh(String token, String clientId, Duration idle);

    /// The grant behind a refresh token that still counts.
    Optional<RefreshToken> refreshToken(String token);

    /// Whether tokens of this grant still count.
    boolean isAlive(long grantId);

    void revoke(long grantId);

    /// Kills the grants of a session and tells which clients had any. Those with `offline_access` live on, since
    /// the member allowed them to act without being there.
    Set<String> revokeSession(String sid);

    record Request(String clientId, long memberId, String sid, String redirectUri, String challenge,
            @Nullable String nonce, String scope, Instant authTime, Instant expiresAt) {}

    /// What the client must show besides the code.
    ///
    /// @param challenge the S256 challenge of the verifier it showed (RFC 7636)
    record Proof(String clientId, String redirectUri, String challenge) {}

    record Grant(long id, String clientId, long memberId, String sid, String scope, Instant authTime) {}

    /// @param idleUntil when an unused token ends
    /// @param endsAt when the family ends
    record RefreshLife(Instant idleUntil, Instant endsAt) {
        public Instant firstEnd() {
            return idleUntil.isBefore(endsAt) ? idleUntil : endsAt;
        }
    }

    record RefreshToken(Grant grant, Instant issuedAt, Instant expiresAt) {}

    sealed interface Refresh {
        record Refreshed(Grant grant, String next) implements Refresh {}

        record Refused(String reason) implements Refresh {}

        /// The token was used before; its family is revoked now.
        record Reused(long memberId, String clientId) implements Refresh {}
    }

    sealed interface Redemption {
        /// @param nonce of the request
        record Granted(Grant grant, @Nullable String nonce, @Nullable String refreshToken) implements Redemption {}

        record Refused(String reason) implements Redemption {}

        /// The code was used before; its grant is revoked now.
        record Replayed(long memberId, String clientId) implements Redemption {}
    }
}
