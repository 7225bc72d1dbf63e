package coop.roseash.service.newsletter;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.mail.Mails;
import coop.roseash.contract.newsletter.NewsletterArchive;
import coop.roseash.contract.newsletter.NewsletterArchive.SentIssue;

/// Hands the mails of some recipients over and notes it, in one transaction.
@ApplicationScoped
class IssueBatch {
    private final NewsletterArchive archive;
    private final DeliveryRepository deliveries;
    private final SubscriptionRepository subscriptions;
    private final IssueMail issueMail;
    private final Mails mails;
    private final NewsletterConfig config;

    IssueBatch(NewsletterArchive archive, DeliveryRepository deliveries, SubscriptionRepository subscriptions,
            IssueMail issueMail, Mails mails, NewsletterConfig config) {
        this.archive = archive;
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.issueMail = issueMail;
        this.mails = mails;
        this.config = config;
    }

    /// @return how many mails were handed over; 0 when none is left
    @Transactional
    int send(long issueId) {
        SentIssue issue = archive.issue(issueId).orElseThrow();
        deliveries.skipThoseWhoLeft(issueId);
        List<Long> readers = deliveries.lockWaiting(issueId, config.batch());
        if (!readers.isEmpty()) {
            subscriptions.byIds(readers).forEach(reader -> mails.send(issueMail.to(reader, issue)));
            deliveries.markSent(issueId, readers);
        }
        return readers.size();
    }
}
