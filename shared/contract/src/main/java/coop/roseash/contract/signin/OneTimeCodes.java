package coop.roseash.contract.signin;

import java.util.List;
import java.util.Optional;

/// One-time codes of an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds), asked for after a link by mail or a
/// password; and the recovery codes that stand in for them.
public interface OneTimeCodes {
    boolean isOn(long memberId);

    /// A new secret, which counts once a code of it was shown; replaces one that was never confirmed.
    ///
    /// @return the secret in Base32, or empty when codes are on already
    Optional<String> prepare(long memberId);

    /// The secret that waits to be confirmed.
    Optional<String> prepared(long memberId);

    /// Turns codes on with the first code.
    ///
    /// @return the recovery codes, shown this once; empty when the code is wrong
    Optional<List<String>> confirm(long memberId, String code);

    /// Takes a code, each only once; a step early or late is let pass.
    boolean check(long memberId, String code);

    /// Uses a recovery code up.
    boolean recover(long memberId, String recoveryCode);

    int recoveryCodesLeft(long memberId);

    /// New recovery codes in place of all the old ones, shown this once.
    List<String> renewRecoveryCodes(long memberId);

    /// Turns codes off and forgets the recovery codes.
    ///
    /// @return false when they were off
    boolean remove(long memberId);
}
