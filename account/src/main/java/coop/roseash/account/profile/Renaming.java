package coop.roseash.account.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.fragment.FragmentChanges;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Visitor;

/// Gives a member another name, in the menus of all apps too.
@ApplicationScoped
class Renaming {
    private final Members members;
    private final FragmentChanges changes;

    Renaming(Members members, FragmentChanges changes) {
        this.members = members;
        this.changes = changes;
    }

    /// @return false when the name cannot be taken
    @Transactional
    boolean rename(Member member, String name) {
        boolean renamed = members.rename(member.id(), name);
        if (renamed) {
            changes.changed("auth-menu", new Visitor.SignedIn(member.id()));
        }
        return renamed;
    }
}
