package coop.roseash.contract.member;

import java.util.Set;

/// A member as every app may know them; `handle` is the name in addresses and in the fediverse.
public record Member(long id, String subject, String handle, String displayName, String email, Set<Role> roles) {
    public Member {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role) || roles.contains(Role.ADMIN);
    }
}
