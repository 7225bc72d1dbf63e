package coop.roseash.service.signin;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.mail.Mail;
import coop.roseash.contract.mail.Mails;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.model.signin.InvitationEntity;

/// The mail that invites somebody; its link leads to the configured address of federation.
@ApplicationScoped
class InvitationMail {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Mails mails;
    private final Members members;
    private final Addresses addresses;
    private final SiteSettings site;

    InvitationMail(Mails mails, Members members, Addresses addresses, SiteSettings site) {
        this.mails = mails;
        this.members = members;
        this.addresses = addresses;
        this.site = site;
    }

    void send(InvitationEntity invitation, String token) {
        ZonedDateTime end = invitation.expiresAt.atZone(site.zone());
        String inviter = Optional.ofNullable(invitation.invitedBy)
            .flatMap(members::byId)
            .map(Member::displayName)
            .orElse(site.name());
        mails
            .send(Mail.text("invitation-" + invitation.tokenHash, invitation.email, "You are invited to " + site.name(),
                    """
                            Hello,

                            %s invites you to become a member of %s. To choose your name and join, open this link:

                            %s

                            It counts once and until %s. If you do not want to join, just ignore this mail.
                            """.formatted(inviter, site.name(),
                            addresses.page(AppName.FEDERATION, "/invitation/" + token), DAY.format(end))));
    }
}
