package coop.roseash.service.member;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.member.Member;

/// Looks an active member up in PostgreSQL and remembers them.
@ApplicationScoped
class MemberReader {
    private final MemberRepository members;
    private final MemberMemory memory;

    MemberReader(MemberRepository members, MemberMemory memory) {
        this.members = members;
        this.memory = memory;
    }

    @Transactional
    Optional<Member> active(long id) {
        long moment = memory.members().moment();
        Optional<Member> found = members.activeById(id).map(MemberService::member);
        found.ifPresent(member -> memory.members().keep(id, member, moment));
        return found;
    }
}
