package coop.roseash.contract.provider;

import org.jspecify.annotations.Nullable;

/// Who signed in, was refused or signed out; kept even when the caller fails.
public interface AuditLog {
    void note(Entry entry);

    enum Kind {
        SIGN_IN, SIGN_IN_FAILED, LINK_SENT, REGISTERED, CODE_REUSED, TOKEN_REVOKED, SIGN_OUT, ROLES_CHANGED, SUSPENDED, LET_BACK_IN
    }

    /// @param memberId null where nobody is known
    /// @param address the visitor's network address, or empty
    record Entry(Kind kind, @Nullable Long memberId, @Nullable String clientId, String address, String detail) {}
}
