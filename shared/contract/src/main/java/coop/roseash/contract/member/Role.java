package coop.roseash.contract.member;

import java.util.Locale;

/// What a member may do beyond being one; every signed-in person is a MEMBER.
public enum Role {
    MEMBER, AUTHOR, EDITOR, STEWARD, SHOPKEEPER, ADMIN;

    /// The name in tokens and annotations: `member`, `steward` …
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
