package coop.roseash.service.member;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.fragment.FragmentChanges;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Visitor;
import coop.roseash.service.signal.Recollection;
import coop.roseash.service.signal.Recollections;

/// The active members who were looked up a moment ago, and what else has to hear when one changes.
@ApplicationScoped
class MemberMemory {
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final Recollection<Long, Member> members;
    private final FragmentChanges fragments;

    MemberMemory(Recollections recollections, FragmentChanges fragments) {
        this.members = recollections.on("members", KEPT, MOST);
        this.fragments = fragments;
    }

    Recollection<Long, Member> members() {
        return members;
    }

    /// Call in the transaction that changes a member; the menu in the member's headers changes with it.
    void changed(long memberId) {
        members.changed();
        fragments.changed("auth-menu", new Visitor.SignedIn(memberId));
    }
}
