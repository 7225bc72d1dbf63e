package coop.roseash.contract.provider;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// Authorization codes and what became of them (RFC 6749 section 4.1).
public interface Grants {
    /// Makes a code, of which only the hash is kept.
    String issue(Request request);

    /// Changes a code into a grant, once. Using it again kills what it was changed into.
    Redemption redeem(String code, Proof proof);

    /// Whether tokens of this grant still count.
    boolean isAlive(long grantId);

    void revoke(long grantId);

    /// Kills the grants of a session and tells which clients had any.
    Set<String> revokeSession(String sid);

    record Request(String clientId, long memberId, String sid, String redirectUri, String challenge,
            @Nullable String nonce, String scope, Instant authTime, Instant expiresAt) {}

    /// What the client must show besides the code.
    ///
    /// @param challenge the S256 challenge of the verifier it showed (RFC 7636)
    record Proof(String clientId, String redirectUri, String challenge) {}

    record Grant(long id, String clientId, long memberId, String sid, @Nullable String nonce, String scope,
            Instant authTime) {}

    sealed interface Redemption {
        record Granted(Grant grant) implements Redemption {}

        record Refused(String reason) implements Redemption {}

        /// The code was used before; its grant is revoked now.
        record Replayed(long memberId, String clientId) implements Redemption {}
    }
}
