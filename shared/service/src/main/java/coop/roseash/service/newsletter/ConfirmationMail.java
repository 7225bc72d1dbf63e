package coop.roseash.service.newsletter;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.mail.Mail;
import coop.roseash.contract.mail.Mails;
import coop.roseash.contract.newsletter.Newsletters.Newsletter;

/// Asks the owner of an address whether they want a newsletter.
@ApplicationScoped
class ConfirmationMail {
    private final Mails mails;
    private final Addresses addresses;
    private final SiteSettings site;

    ConfirmationMail(Mails mails, Addresses addresses, SiteSettings site) {
        this.mails = mails;
        this.addresses = addresses;
        this.site = site;
    }

    void send(Newsletter newsletter, String email, String token) {
        String text = """
                Hello,

                somebody, most likely you, asked to receive "%s" from %s at this address.
                To confirm, open this page and press the button:

                %s

                If it was not you, do nothing, and we will not write again.

                %s
                """
            .formatted(
                    newsletter.name(),
                    site.name(),
                    addresses.page(AppName.ACCOUNT, "/newsletters/confirm/" + token),
                    site.name());
        mails.send(
                Mail.text(
                        "newsletter-confirmation/" + Secrets.hash(token),
                        email,
                        "Please confirm: " + newsletter.name(),
                        text));
    }
}
