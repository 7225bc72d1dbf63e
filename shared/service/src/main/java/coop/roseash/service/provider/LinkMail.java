package coop.roseash.service.provider;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.mail.Mail;
import coop.roseash.contract.mail.Mails;
import coop.roseash.contract.member.Member;

/// The mails that carry a link; where it leads comes from the configuration alone.
@ApplicationScoped
class LinkMail {
    private final Mails mails;
    private final Addresses addresses;
    private final SiteSettings site;

    LinkMail(Mails mails, Addresses addresses, SiteSettings site) {
        this.mails = mails;
        this.addresses = addresses;
        this.site = site;
    }

    String address(String token) {
        return addresses.page(AppName.FEDERATION, "/signin/link/" + token).toString();
    }

    void signIn(Member member, String token, Duration lifetime) {
        send(token, member.email(), "Sign in to " + site.name(), """
                Hello %s,

                to sign in to %s, open this link and confirm:

                %s

                It works once and for %d minutes. If you did not ask for it, somebody mistyped their
                address: just ignore this mail.
                """.formatted(member.displayName(), site.name(), address(token), minutes(lifetime)));
    }

    void join(String name, String email, String token, Duration lifetime) {
        send(token, email, "Join " + site.name(), """
                Hello %s,

                welcome! To become a member of %s, open this link and confirm:

                %s

                It works once and for %d minutes. If you did not ask for it, just ignore this mail.
                """.formatted(name, site.name(), address(token), minutes(lifetime)));
    }

    void newAddress(Member member, String email, String token, Duration lifetime) {
        send(token, email, "Your new address at " + site.name(), """
                Hello %s,

                to use this address at %s from now on, open this link in the browser in which you are signed in,
                and confirm:

                %s

                It works once and for %d minutes. If you did not ask for it, just ignore this mail.
                """.formatted(member.displayName(), site.name(), address(token), minutes(lifetime)));
    }

    /// @param before the member as they were
    void addressChanged(Member before, String email, String token) {
        send(token + "-changed", before.email(), "Your address at " + site.name() + " has changed", """
                Hello %s,

                your address at %s is now %s; mail no longer comes here. If it was not you who changed it, please
                tell us at once.
                """.formatted(before.displayName(), site.name(), email));
    }

    void recoveryMade(Member member, String token) {
        send(token + "-made", member.email(), "A way back in at " + site.name(), """
                Hello %s,

                somebody who looks after %s has made a link that signs you in without your one-time code, to hand it
                to you. If you did not ask for that, please tell us at once.
                """.formatted(member.displayName(), site.name()));
    }

    /// The key holds the hash of the token, since it outlives the mail.
    private void send(String token, String to, String subject, String text) {
        mails.send(Mail.text("link-" + Hash.of(token), to.strip(), subject, text));
    }

    private static long minutes(Duration lifetime) {
        return Math.max(1, lifetime.toMinutes());
    }
}
