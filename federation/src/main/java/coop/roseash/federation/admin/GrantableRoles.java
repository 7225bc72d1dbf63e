package coop.roseash.federation.admin;

import java.util.Arrays;
import java.util.List;

import jakarta.ws.rs.BadRequestException;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.member.Role;

/// The roles an admin may give; that of a member comes by itself.
final class GrantableRoles {
    static final List<Role> ALL = Arrays.stream(Role.values()).filter(role -> role != Role.MEMBER).toList();

    private GrantableRoles() {}

    /// @throws BadRequestException when there is no such role
    static List<Role> of(@Nullable List<String> ids) {
        return (ids == null ? List.<String>of() : ids).stream().map(GrantableRoles::role).toList();
    }

    private static Role role(String id) {
        return ALL.stream()
            .filter(role -> role.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new BadRequestException("There is no such role"));
    }
}
