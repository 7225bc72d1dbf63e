package coop.roseash.contract.provider;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// What happened to accounts, sessions and keys; a line is kept even when the caller fails.
public interface AuditLog {
    void note(Entry entry);

    /// The newest first.
    Page<Line> search(Filter filter, PageRequest request);

    enum Kind {
        SIGN_IN, SIGN_IN_FAILED, LINK_SENT, REGISTERED, CODE_REUSED, TOKEN_REVOKED, SIGN_OUT, ROLES_CHANGED, SUSPENDED, LET_BACK_IN,
        // The provider's keys, clients and tokens.
        REFRESH_REUSED, CONSENT_GIVEN, CONSENT_WITHDRAWN, CLIENT_CHANGED, KEYS_ROTATED,
        // What members prove themselves with.
        PASSKEY_ADDED, PASSKEY_RENAMED, PASSKEY_REMOVED, PASSKEY_COPIED, PASSWORD_SET, PASSWORD_REMOVED, TOTP_ADDED, TOTP_REMOVED, RECOVERY_CODES_MADE, RECOVERY_CODE_USED, RECOVERY_LINK_MADE, EMAIL_CHANGED, DEVICE_SIGNED_OUT,
        // How people come in.
        INVITED, INVITATION_SENT_AGAIN, INVITATION_REVOKED, INVITATION_ACCEPTED;

        /// The name in the log and in addresses: `sign-in-failed`.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @param memberId null where nobody is known
    /// @param address the visitor's network address, or empty
    record Entry(Kind kind, @Nullable Long memberId, @Nullable String clientId, String address, String detail) {}

    /// Each part that is null lets everything through.
    ///
    /// @param from the first moment wanted
    /// @param until the first moment no longer wanted
    record Filter(@Nullable Kind kind, @Nullable Long memberId, @Nullable Instant from, @Nullable Instant until) {}

    /// @param kind the id of a [Kind], or one that only a later release knows
    record Line(Instant at, String kind, @Nullable Long memberId, @Nullable String clientId, String address,
            String detail) {}
}
