package coop.roseash.federation.admin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /// What somebody with these roles is, for the log: `member, steward`.
    static String words(List<Role> roles) {
        return Stream.concat(Stream.of(Role.MEMBER), roles.stream()).map(Role::id).collect(Collectors.joining(", "));
    }

    private static Role role(String id) {
        return ALL.stream()
            .filter(role -> role.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new BadRequestException("There is no such role"));
    }
}
