package coop.roseash.infrastructure.fragment;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Visitor;

/// For whom a fragment is asked: a member, a guest, or (both null) everybody alike.
///
/// @param guest the guest's token
record LentTo(@Nullable Member member, @Nullable String guest, String locale) {
    static LentTo everybody(String locale) {
        return new LentTo(null, null, locale);
    }

    /// What tells this copy from other people's.
    String key() {
        if (member != null) {
            return new Visitor.SignedIn(member.id()).key();
        }
        return guest == null ? "" : new Visitor.Guest(guest).key();
    }
}
