package coop.roseash.infrastructure.session;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Role;

/// A member as Quarkus checks `@RolesAllowed`; an admin has every role.
public final class MemberIdentity {
    private MemberIdentity() {}

    public static SecurityIdentity of(Member member) {
        return builder(member).build();
    }

    static QuarkusSecurityIdentity.Builder builder(Member member) {
        return QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(member.handle()))
            .addRoles(roles(member))
            .addAttribute(CurrentVisitor.MEMBER, member);
    }

    private static Set<String> roles(Member member) {
        return Stream.of(Role.values()).filter(member::has).map(Role::id).collect(Collectors.toUnmodifiableSet());
    }
}
