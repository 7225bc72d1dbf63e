package coop.roseash.contract.provider;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.member.Member;

/// Links that count once and for a short time: for signing in, joining and a new address by mail, and for letting a
/// member back in who lost everything else.
public interface MailLinks {
    /// Sends a link to the member with this address; for an unknown address nothing is sent and nothing said.
    void sendSignIn(String email, Origin origin);

    /// Sends a link that confirms the address and makes its reader a member. Whoever is one already gets a link to
    /// sign in instead.
    void sendJoin(Applicant applicant, Origin origin);

    /// Sends a link to a new address of a member, which becomes theirs once it is confirmed; for somebody else's address
    /// nothing is sent and nothing said.
    void sendAddressChange(long memberId, String email, Origin origin);

    /// Makes a link that signs a member in without their one-time code, for an admin to hand over; it lives for
    /// `mail-link.recovery-lifetime`. The member is told by mail.
    String makeRecovery(long memberId);

    /// What a link would do, without using it up.
    Optional<Pending> look(String token);

    /// Uses the link.
    Confirmation confirm(String token);

    /// @param returnTo the page to go back to, a path of federation
    /// @param browser the secret of the browser that asked
    record Origin(String returnTo, String browser) {}

    record Applicant(String handle, String displayName, String email) {}

    enum Purpose {
        SIGN_IN, JOIN, ADDRESS, RECOVERY
    }

    /// @param who the name of the person whom it would sign in
    /// @param memberId whose address it would change; else null
    record Pending(String who, Purpose purpose, String email, @Nullable Long memberId) {}

    sealed interface Confirmation {
        record SignedIn(Member member, String returnTo, String browserHash) implements Confirmation {}

        /// The member's address is another now.
        record AddressChanged(Member before) implements Confirmation {}

        /// An admin lets the member back in.
        record Recovered(Member member) implements Confirmation {}

        record Expired() implements Confirmation {}

        /// Somebody took the handle meanwhile.
        record HandleTaken(Applicant applicant, String returnTo) implements Confirmation {}
    }

    /// Whether a link with this hash was asked for by the browser with this secret.
    boolean isFrom(String browserHash, String browser);
}
