package coop.roseash.contract.provider;

import java.util.Optional;

import coop.roseash.contract.member.Member;

/// Signing in and joining by a link that is sent by mail, counts once and for a short time.
public interface MailLinks {
    /// Sends a link to the member with this address; for an unknown address nothing is sent and nothing said.
    void sendSignIn(String email, Origin origin);

    /// Sends a link that confirms the address and makes its reader a member. Whoever is one already gets a link to
    /// sign in instead.
    void sendJoin(Applicant applicant, Origin origin);

    /// What a link would do, without using it up.
    Optional<Pending> look(String token);

    /// Uses the link.
    Confirmation confirm(String token);

    /// @param returnTo the page to go back to, a path of federation
    /// @param browser the secret of the browser that asked
    record Origin(String returnTo, String browser) {}

    record Applicant(String handle, String displayName, String email) {}

    /// @param who the name of the person whom it would sign in
    record Pending(String who, boolean joins) {}

    sealed interface Confirmation {
        record SignedIn(Member member, String returnTo, String browserHash) implements Confirmation {}

        record Expired() implements Confirmation {}

        /// Somebody took the handle meanwhile.
        record HandleTaken(Applicant applicant, String returnTo) implements Confirmation {}
    }

    /// Whether a link with this hash was asked for by the browser with this secret.
    boolean isFrom(String browserHash, String browser);
}
