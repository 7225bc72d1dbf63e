package coop.roseash.service.provider;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.mail.Mail;
import coop.roseash.contract.mail.Mails;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Members.RegisterOutcome;
import coop.roseash.contract.provider.MailLinks;
import coop.roseash.model.provider.MailLinkEntity;

/// Links by mail, kept by the hash of their token.
@ApplicationScoped
@Transactional
class MailLinkService implements MailLinks {
    private final MailLinkRepository links;
    private final Members members;
    private final Mails mails;
    private final Addresses addresses;
    private final SiteSettings site;
    private final MailLinkConfig config;
    private final Clock clock;

    MailLinkService(MailLinkRepository links, Members members, Mails mails, Addresses addresses, SiteSettings site,
            MailLinkConfig config, Clock clock) {
        this.links = links;
        this.members = members;
        this.mails = mails;
        this.addresses = addresses;
        this.site = site;
        this.config = config;
        this.clock = clock;
    }

    /// An unknown address costs the same row, so that the time taken says nothing either.
    @Override
    public void sendSignIn(String email, Origin origin) {
        String token = keep(email, null, origin);
        activeMember(email).ifPresent(member -> mails.send(Mail.text("link-" + Hash.of(token), member.email(),
                "Sign in to " + site.name(), """
                        Hello %s,

                        to sign in to %s, open this link and confirm:

                        %s

                        It works once and for %d minutes. If you did not ask for it, somebody mistyped their
                        address: just ignore this mail.
                        """.formatted(member.displayName(), site.name(), address(token), minutes()))));
    }

    @Override
    public void sendJoin(Applicant applicant, Origin origin) {
        if (members.byEmail(applicant.email()).isPresent()) {
            sendSignIn(applicant.email(), origin);
            return;
        }
        String token = keep(applicant.email(), applicant, origin);
        mails.send(Mail.text("link-" + Hash.of(token), applicant.email().strip(), "Join " + site.name(), """
                Hello %s,

                welcome! To become a member of %s, open this link and confirm:

                %s

                It works once and for %d minutes. If you did not ask for it, just ignore this mail.
                """.formatted(applicant.displayName(), site.name(), address(token), minutes())));
    }

    @Override
    public Optional<Pending> look(String token) {
        return links.usable(Hash.of(token), clock.instant())
            .flatMap(link -> applicant(link).map(applicant -> new Pending(applicant.displayName(), true))
                .or(() -> activeMember(link.email).map(member -> new Pending(member.displayName(), false))));
    }

    @Override
    public Confirmation confirm(String token) {
        String hash = Hash.of(token);
        Optional<MailLinkEntity> found = links.usable(hash, clock.instant());
        if (found.isEmpty() || !links.use(hash, clock.instant())) {
            return new Confirmation.Expired();
        }
        MailLinkEntity link = found.get();
        Optional<Member> known = activeMember(link.email);
        if (known.isPresent()) {
            return new Confirmation.SignedIn(known.get(), link.returnTo, link.browserHash);
        }
        return applicant(link).map(applicant -> join(applicant, link)).orElseGet(Confirmation.Expired::new);
    }

    private static Optional<Applicant> applicant(MailLinkEntity link) {
        String handle = link.handle;
        String name = link.displayName;
        return handle == null || name == null
                ? Optional.empty()
                : Optional.of(new Applicant(handle, name, link.email));
    }

    private Confirmation join(Applicant applicant, MailLinkEntity link) {
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

    private Optional<Member> activeMember(String email) {
        return members.byEmail(email).flatMap(member -> members.active(member.id()));
    }

    private String keep(String email, @Nullable Applicant applicant, Origin origin) {
        String token = Hash.newSecret();
        MailLinkEntity link = new MailLinkEntity();
        link.tokenHash = Hash.of(token);
        link.email = email.strip();
        link.handle = applicant == null ? null : applicant.handle();
        link.displayName = applicant == null ? null : applicant.displayName();
        link.returnTo = origin.returnTo();
        link.browserHash = Hash.of(origin.browser());
        link.expiresAt = clock.instant().plus(config.lifetime());
        links.persist(link);
        return token;
    }

    private String address(String token) {
        return addresses.page(AppName.FEDERATION, "/signin/link/" + token).toString();
    }

    private long minutes() {
        return Math.max(1, config.lifetime().toMinutes());
    }
}
