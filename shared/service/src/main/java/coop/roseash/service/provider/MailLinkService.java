package coop.roseash.service.provider;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Members.RegisterOutcome;
import coop.roseash.contract.provider.MailLinks;
import coop.roseash.model.provider.MailLinkEntity;

/// Links kept by the hash of their token.
@ApplicationScoped
@Transactional
class MailLinkService implements MailLinks {
    private final MailLinkRepository links;
    private final Members members;
    private final LinkMail mail;
    private final SignInLinkSender sender;
    private final MailLinkConfig config;
    private final Clock clock;

    MailLinkService(MailLinkRepository links, Members members, LinkMail mail, SignInLinkSender sender,
            MailLinkConfig config, Clock clock) {
        this.links = links;
        this.members = members;
        this.mail = mail;
        this.sender = sender;
        this.config = config;
        this.clock = clock;
    }

    /// An unknown address costs the same rows, so that the time taken says nothing either.
    @Override
    public void sendSignIn(String email, Origin origin) {
        sender.send(email, keep(link(Purpose.SIGN_IN, email, origin), config.lifetime()));
    }

    @Override
    public void sendJoin(Applicant applicant, Origin origin) {
        if (members.byEmail(applicant.email()).isPresent()) {
            sendSignIn(applicant.email(), origin);
            return;
        }
        MailLinkEntity link = link(Purpose.JOIN, applicant.email(), origin);
        link.handle = applicant.handle();
        link.displayName = applicant.displayName();
        mail.join(applicant.displayName(), applicant.email(), keep(link, config.lifetime()), config.lifetime());
    }

    @Override
    public void sendAddressChange(long memberId, String email, Origin origin) {
        MailLinkEntity link = link(Purpose.ADDRESS, email, origin);
        link.memberId = memberId;
        String token = keep(link, config.lifetime());
        if (members.byEmail(email).isEmpty()) {
            members.active(memberId).ifPresent(member -> mail.newAddress(member, email, token, config.lifetime()));
        }
    }

    @Override
    @RolesAllowed("admin")
    public String makeRecovery(long memberId) {
        Member member = members.active(memberId).orElseThrow();
        MailLinkEntity link = link(Purpose.RECOVERY, member.email(), new Origin("/", ""));
        link.memberId = memberId;
        String token = keep(link, config.recoveryLifetime());
        mail.recoveryMade(member, token);
        return mail.address(token);
    }

    @Override
    public Optional<Pending> look(String token) {
        return links.usable(Hash.of(token), clock.instant()).flatMap(this::pending);
    }

    private Optional<Pending> pending(MailLinkEntity link) {
        Purpose purpose = purpose(link);
        if (purpose == Purpose.JOIN) {
            return Optional.of(new Pending(applicant(link).displayName(), purpose, link.email, null));
        }
        return member(link).map(member -> new Pending(member.displayName(), purpose, link.email,
                purpose == Purpose.ADDRESS ? link.memberId : null));
    }

    @Override
    public Confirmation confirm(String token) {
        String hash = Hash.of(token);
        Optional<MailLinkEntity> found = links.usable(hash, clock.instant());
        if (found.isEmpty() || !links.use(hash, clock.instant())) {
            return new Confirmation.Expired();
        }
        MailLinkEntity link = found.get();
        Optional<Member> known = member(link);
        if (known.isEmpty()) {
            return purpose(link) == Purpose.JOIN ? join(link) : new Confirmation.Expired();
        }
        return switch (purpose(link)) {
            case ADDRESS -> changeAddress(known.get(), link, token);
            case RECOVERY -> new Confirmation.Recovered(known.get());
            case SIGN_IN, JOIN -> new Confirmation.SignedIn(known.get(), link.returnTo, link.browserHash);
        };
    }

    private Confirmation changeAddress(Member member, MailLinkEntity link, String token) {
        if (!members.changeEmail(member.id(), link.email)) {
            return new Confirmation.Expired();
        }
        mail.addressChanged(member, link.email, token);
        return new Confirmation.AddressChanged(member);
    }

    private Confirmation join(MailLinkEntity link) {
        Applicant applicant = applicant(link);
        RegisterOutcome outcome = members.register(new Members.Registration(applicant.handle(),
                applicant.displayName(), applicant.email(), null, List.of()));
        return switch (outcome) {
            case RegisterOutcome.Registered(Member member) ->
                new Confirmation.SignedIn(member, link.returnTo, link.browserHash);
            case RegisterOutcome.HandleTaken ignored -> new Confirmation.HandleTaken(applicant, link.returnTo);
            // Suspended members keep their address; the form checked the rest.
            case RegisterOutcome.EmailTaken ignored -> new Confirmation.Expired();
            case RegisterOutcome.Invalid ignored -> new Confirmation.Expired();
        };
    }

    @Override
    public boolean isFrom(String browserHash, String browser) {
        return Hash.matches(browserHash, browser);
    }

    /// Whom the link is about, if they may sign in.
    private Optional<Member> member(MailLinkEntity link) {
        return link.memberId == null ? activeMember(link.email) : members.active(link.memberId);
    }

    private Optional<Member> activeMember(String email) {
        return members.byEmail(email).flatMap(member -> members.active(member.id()));
    }

    private static Applicant applicant(MailLinkEntity link) {
        String handle = link.handle;
        String name = link.displayName;
        return new Applicant(handle == null ? "" : handle, name == null ? "" : name, link.email);
    }

    private static MailLinkEntity link(Purpose purpose, String email, Origin origin) {
        MailLinkEntity link = new MailLinkEntity();
        link.purpose = purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
        link.email = email.strip();
        link.returnTo = origin.returnTo();
        link.browserHash = Hash.of(origin.browser());
        return link;
    }

    private static Purpose purpose(MailLinkEntity link) {
        return Purpose.valueOf(link.purpose.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private String keep(MailLinkEntity link, Duration lifetime) {
        String token = Hash.newSecret();
        link.tokenHash = Hash.of(token);
        link.expiresAt = clock.instant().plus(lifetime);
        links.persist(link);
        return token;
    }
}
