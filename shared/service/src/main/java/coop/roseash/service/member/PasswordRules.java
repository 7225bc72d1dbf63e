package coop.roseash.service.member;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Passwords;

/// What makes a password too weak: length decides, and whoever knows the member must not guess it.
final class PasswordRules {
    private static final int FEWEST_DIFFERENT = 5;
    /// What remains of the most common long passwords once their digits and signs are gone.
    private static final List<String> COMMON = List.of("password", "passwort", "qwerty", "qwertyuiop", "letmein",
            "iloveyou", "administrator", "welcome", "roseash", "abcdefghijkl", "abcdefghijklm", "changeme");

    private PasswordRules() {}

    static Optional<String> problem(Member member, String password) {
        if (password.length() < Passwords.MINIMUM_LENGTH) {
            return Optional.of("Use at least " + Passwords.MINIMUM_LENGTH + " characters; a few words do well");
        }
        if (password.length() > Passwords.MAXIMUM_LENGTH) {
            return Optional.of("Use at most " + Passwords.MAXIMUM_LENGTH + " characters");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        String mailbox = member.email().substring(0, member.email().indexOf('@') + 1).toLowerCase(Locale.ROOT);
        boolean guessable = lower.chars().distinct().count() < FEWEST_DIFFERENT
                || COMMON.contains(lower.replaceAll("[^a-z]", "")) || lower.replaceAll("[^0-9]", "").equals(lower)
                || lower.startsWith(mailbox) || onlyRepeats(lower, member.handle());
        return guessable
                ? Optional.of("This is easily guessed: use words that nobody connects with you")
                : Optional.empty();
    }

    private static boolean onlyRepeats(String password, String handle) {
        return password.replace(handle, "").length() < Passwords.MINIMUM_LENGTH / 2;
    }
}
