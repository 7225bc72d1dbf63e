package coop.roseash.contract.signin;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members.RegisterOutcome;
import coop.roseash.contract.member.Role;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Asking people by mail to become members, also where nobody else may join.
public interface Invitations {
    /// Sends an invitation; whoever accepts it gets the roles.
    InviteOutcome invite(String email, Collection<Role> roles, long invitedBy);

    /// The newest first.
    Page<Invitation> list(PageRequest request);

    /// Sends a new link and makes the old one void.
    ///
    /// @return the address it went to; empty when the invitation is no longer open
    Optional<String> sendAgain(long id);

    /// @return the address it had gone to; empty when the invitation was no longer open
    Optional<String> revoke(long id);

    /// What a link would do, without using it up.
    Optional<Invitation> look(String token);

    /// Makes the invited person a member.
    ///
    /// @return empty when the link no longer counts
    Optional<RegisterOutcome> accept(String token, String handle, String displayName);

    enum State {
        OPEN, EXPIRED, ACCEPTED, REVOKED
    }

    record Invitation(long id, String email, List<Role> roles, State state, Instant sentAt, Instant expiresAt) {
        public Invitation {
            roles = List.copyOf(roles);
        }
    }

    sealed interface InviteOutcome {
        record Invited(Invitation invitation) implements InviteOutcome {}

        record MemberAlready(Member member) implements InviteOutcome {}

        /// An invitation of this address is open; it can be sent again.
        record InvitedAlready() implements InviteOutcome {}

        record NoAddress() implements InviteOutcome {}
    }
}
