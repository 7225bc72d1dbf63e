package coop.roseash.contract.member;

import java.util.Optional;

/// Passwords of the members who set one; most sign in by mail.
public interface Passwords {
    int MINIMUM_LENGTH = 10;
    int MAXIMUM_LENGTH = 200;

    /// The active member whose e-mail and password these are; takes as long for an unknown e-mail.
    Optional<Member> check(String email, String password);

    /// @throws IllegalArgumentException when the password is shorter or longer than the limits
    void set(long memberId, String password);
}
