package coop.roseash.service.member;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Role;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.member.MemberEntity;

/// Members in PostgreSQL.
@ApplicationScoped
@Transactional
class MemberService implements Members {
    private static final int LONGEST_NAME = 80;

    private final MemberRepository members;
    private final MemberMemory memory;
    private final MemberReader reader;
    private final MemberRegister register;
    private final Clock clock;

    MemberService(MemberRepository members, MemberMemory memory, MemberReader reader, MemberRegister register,
            Clock clock) {
        this.members = members;
        this.memory = memory;
        this.reader = reader;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public Optional<Member> byId(long id) {
        return members.byId(id).map(MemberService::member);
    }

    @Override
    public List<Member> byIds(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : members.byIds(ids).stream().map(MemberService::member).toList();
    }

    @Override
    public boolean isEmpty() {
        return members.isEmpty();
    }

    @Override
    public Optional<Member> bySubject(String subject) {
        return members.bySubject(subject).map(MemberService::member);
    }

    @Override
    public Optional<Member> byHandle(String handle) {
        return members.byHandle(handle).map(MemberService::member);
    }

    @Override
    public Optional<Member> byEmail(String email) {
        return members.byEmail(email).map(MemberService::member);
    }

    /// Needs no transaction where the member is remembered.
    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Member> active(long id) {
        return memory.members().find(id).or(() -> reader.active(id));
    }

    @Override
    public Optional<Profile> profile(String handle) {
        return members.byHandle(handle).map(MemberService::profile);
    }

    @Override
    public Page<Profile> search(String text, PageRequest request) {
        return Page.of(members.search(text, request), request).map(MemberService::profile);
    }

    @Override
    public RegisterOutcome register(Registration registration) {
        return register.register(registration);
    }

    @Override
    public Map<String, String> problems(Registration registration) {
        return MemberRegister.problems(registration);
    }

    @Override
    public void describe(long memberId, String bio) {
        members.update("bio = ?1 where id = ?2", bio, memberId);
    }

    @Override
    public boolean rename(long memberId, String displayName) {
        memory.changed(memberId);
        String name = displayName.strip();
        return !name.isEmpty() && name.length() <= LONGEST_NAME
                && members.update("displayName = ?1 where id = ?2", name, memberId) == 1;
    }

    @Override
    @RolesAllowed("admin")
    public boolean grant(long memberId, Collection<Role> roles) {
        if (!roles.contains(Role.ADMIN) && isLastAdmin(memberId)) {
            return false;
        }
        memory.changed(memberId);
        members.byId(memberId).orElseThrow().roles = ids(roles);
        return true;
    }

    @Override
    @RolesAllowed("admin")
    public boolean suspend(long memberId, boolean suspended) {
        if (suspended && isLastAdmin(memberId)) {
            return false;
        }
        memory.changed(memberId);
        members.update("suspendedAt = ?1 where id = ?2", suspended ? clock.instant() : null, memberId);
        return true;
    }

    @Override
    public boolean changeEmail(long memberId, String email) {
        memory.changed(memberId);
        String address = email.strip();
        return members.byEmail(address).filter(other -> other.id != memberId).isEmpty()
                && members.update("email = ?1 where id = ?2", address, memberId) == 1;
    }

    private boolean isLastAdmin(long memberId) {
        return members.lockAdmins().equals(List.of(memberId));
    }

    static Set<String> ids(Collection<Role> roles) {
        return Stream.concat(Stream.of(Role.MEMBER), roles.stream())
            .map(Role::id)
            .collect(Collectors.toCollection(HashSet::new));
    }

    static Member member(MemberEntity entity) {
        Set<Role> roles = entity.roles.stream()
            .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());
        return new Member(entity.id, entity.subject, entity.handle, entity.displayName, entity.email, roles);
    }

    private static Profile profile(MemberEntity entity) {
        return new Profile(member(entity), entity.bio, entity.createdAt, entity.suspendedAt != null);
    }
}
