package coop.roseash.contract.member;

import java.util.Optional;

/// Passwords of the members who set one; most sign in by mail.
public interface Passwords {
    int MINIMUM_LENGTH = 12;
    int MAXIMUM_LENGTH = 200;

    /// The active member whose e-mail and password these are; takes as long for an unknown e-mail.
    Optional<Member> check(String email, String password);

    boolean isSet(long memberId);

    /// What speaks against a password of this member, in words for them: its length, or that it is easily guessed
    /// (NIST SP 800-63B section 3.1.1.2).
    Optional<String> problem(Member member, String password);

    /// @return false when there was none
    boolean remove(long memberId);

    /// @throws IllegalArgumentException when the password is shorter or longer than the limits
    void set(long memberId, String password);
}
