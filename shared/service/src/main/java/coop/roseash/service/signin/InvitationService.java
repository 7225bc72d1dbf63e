package coop.roseash.service.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Members.RegisterOutcome;
import coop.roseash.contract.member.Members.Registration;
import coop.roseash.contract.member.Role;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.signin.Invitations;
import coop.roseash.model.signin.InvitationEntity;
import coop.roseash.service.provider.Hash;

/// Invitations in PostgreSQL, kept by the hash of their link.
@ApplicationScoped
@Transactional
class InvitationService implements Invitations {
    private final InvitationRepository invitations;
    private final InvitationMail mail;
    private final Members members;
    private final InvitationConfig config;
    private final Clock clock;

    InvitationService(InvitationRepository invitations, InvitationMail mail, Members members,
            InvitationConfig config, Clock clock) {
        this.invitations = invitations;
        this.mail = mail;
        this.members = members;
        this.config = config;
        this.clock = clock;
    }

    @Override
    @RolesAllowed("admin")
    public InviteOutcome invite(String email, Collection<Role> roles, long invitedBy) {
        String address = email.strip();
        if (members.problems(new Registration("", "", address, null, List.of())).containsKey("email")) {
            return new InviteOutcome.NoAddress();
        }
        Optional<Member> known = members.byEmail(address);
        if (known.isPresent()) {
            return new InviteOutcome.MemberAlready(known.get());
        }
        invitations.closeExpired(address, clock.instant());
        if (invitations.isOpen(address)) {
            return new InviteOutcome.InvitedAlready();
        }
        InvitationEntity invitation = new InvitationEntity();
        invitation.email = address;
        invitation.roles = roles.stream().map(Role::id).toList();
        invitation.invitedBy = invitedBy;
        invitation.createdAt = clock.instant();
        send(invitation);
        invitations.persist(invitation);
        return new InviteOutcome.Invited(shown(invitation));
    }

    @Override
    public Page<Invitation> list(PageRequest request) {
        return Page.of(invitations.newest(request), request).map(this::shown);
    }

    @Override
    @RolesAllowed("admin")
    public Optional<String> sendAgain(long id) {
        Optional<InvitationEntity> found = invitations.open(id);
        found.ifPresent(this::send);
        return found.map(invitation -> invitation.email);
    }

    @Override
    @RolesAllowed("admin")
    public Optional<String> revoke(long id) {
        Optional<String> address = invitations.open(id).map(invitation -> invitation.email);
        return invitations.revoke(id, clock.instant()) ? address : Optional.empty();
    }

    @Override
    public Optional<Invitation> look(String token) {
        return invitations.usable(Hash.of(token), clock.instant()).map(this::shown);
    }

    /// The link is used up only by a registration that succeeds.
    @Override
    public Optional<RegisterOutcome> accept(String token, String handle, String displayName) {
        String hash = Hash.of(token);
        Optional<InvitationEntity> found = invitations.usable(hash, clock.instant());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        InvitationEntity invitation = found.get();
        RegisterOutcome outcome = members
            .register(new Registration(handle, displayName, invitation.email, null, roles(invitation)));
        if (outcome instanceof RegisterOutcome.Registered && !invitations.accept(hash, clock.instant())) {
            throw new IllegalStateException("The invitation was accepted by two at once");
        }
        return Optional.of(outcome);
    }

    private void send(InvitationEntity invitation) {
        String token = Hash.newSecret();
        Instant now = clock.instant();
        invitation.tokenHash = Hash.of(token);
        invitation.sentAt = now;
        invitation.expiresAt = now.plus(config.lifetime());
        mail.send(invitation, token);
    }

    private Invitation shown(InvitationEntity invitation) {
        return new Invitation(invitation.id, invitation.email, roles(invitation), state(invitation), invitation.sentAt,
                invitation.expiresAt);
    }

    private State state(InvitationEntity invitation) {
        if (invitation.acceptedAt != null) {
            return State.ACCEPTED;
        }
        if (invitation.revokedAt != null) {
            return State.REVOKED;
        }
        return invitation.expiresAt.isAfter(clock.instant()) ? State.OPEN : State.EXPIRED;
    }

    private static List<Role> roles(InvitationEntity invitation) {
        return invitation.roles.stream().map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT))).toList();
    }
}
