package coop.roseash.service.newsletter;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.newsletter.Newsletters.Newsletter;
import coop.roseash.contract.newsletter.Subscriptions;
import coop.roseash.model.newsletter.NewsletterSubscriptionEntity;
import coop.roseash.model.newsletter.NewsletterSubscriptionEntity.State;

/// Subscriptions in PostgreSQL.
@ApplicationScoped
@Transactional
class SubscriptionService implements Subscriptions {
    private final NewsletterRepository newsletters;
    private final SubscriptionRepository subscriptions;
    private final SuppressionRepository suppressions;
    private final ConfirmationMail mail;
    private final NewsletterConfig config;
    private final Clock clock;

    SubscriptionService(NewsletterRepository newsletters, SubscriptionRepository subscriptions,
            SuppressionRepository suppressions, ConfirmationMail mail, NewsletterConfig config, Clock clock) {
        this.newsletters = newsletters;
        this.subscriptions = subscriptions;
        this.suppressions = suppressions;
        this.mail = mail;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public SubscribeOutcome subscribe(String newsletterSlug, String email) {
        Optional<Newsletter> newsletter = newsletters.bySlug(newsletterSlug);
        Optional<String> address = EmailAddress.of(email);
        if (newsletter.isEmpty()) {
            return new SubscribeOutcome.UnknownNewsletter();
        }
        if (address.isEmpty()) {
            return new SubscribeOutcome.InvalidEmail();
        }
        if (!suppressions.contains(address.get())) {
            ask(newsletter.get(), address.get());
        }
        return new SubscribeOutcome.ConfirmationSent(newsletter.get());
    }

    private void ask(Newsletter newsletter, String email) {
        Instant now = clock.instant();
        subscriptions.insert(newsletter.id(), email, State.PENDING, now);
        if (!subscriptions.mayAsk(newsletter.id(), email, now, now.minus(config.askAgain()))) {
            return;
        }
        String token = Secrets.next();
        String hash = Secrets.hash(token);
        subscriptions.update("confirmHash = ?1, confirmUntil = ?2 where newsletterId = ?3 and email = ?4",
                hash, now.plus(config.confirmation()), newsletter.id(), email);
        mail.send(newsletter, email, token);
    }

    @Override
    public Optional<Pending> pending(String token) {
        return current(token).flatMap(this::pending);
    }

    @Override
    public Optional<Pending> confirm(String token) {
        Optional<NewsletterSubscriptionEntity> found = current(token);
        found.ifPresent(
                subscription -> subscriptions
                    .move(subscription.newsletterId, subscription.email, State.CONFIRMED, clock.instant()));
        return found.flatMap(this::pending);
    }

    /// A link of a subscription that was left since counts no more; one that was confirmed may be opened again.
    private Optional<NewsletterSubscriptionEntity> current(String token) {
        Predicate<NewsletterSubscriptionEntity> valid = subscription -> subscription.state != State.LEFT
                && subscription.confirmUntil.isAfter(clock.instant());
        return subscriptions.byConfirmHash(Secrets.hash(token)).filter(valid);
    }

    private Optional<Pending> pending(NewsletterSubscriptionEntity subscription) {
        return newsletters.byId(subscription.newsletterId)
            .map(newsletter -> new Pending(subscription.email, newsletter));
    }

    @Override
    public Optional<Choices> bySecret(String secret) {
        return subscriptions.bySecret(secret).map(subscription -> choices(subscription.email));
    }

    @Override
    public Optional<Newsletter> unsubscribe(String secret) {
        return subscriptions.bySecret(secret).flatMap(subscription -> {
            subscriptions.move(subscription.newsletterId, subscription.email, State.LEFT, clock.instant());
            return newsletters.byId(subscription.newsletterId);
        });
    }

    @Override
    public boolean choose(String secret, Set<Long> newsletterIds) {
        Optional<NewsletterSubscriptionEntity> found = subscriptions.bySecret(secret);
        found.ifPresent(subscription -> readOnly(subscription.email, newsletterIds));
        return found.isPresent();
    }

    @Override
    public Choices of(Member member) {
        return choices(EmailAddress.of(member.email()).orElse(""));
    }

    @Override
    public void choose(Member member, Set<Long> newsletterIds) {
        EmailAddress.of(member.email()).ifPresent(email -> readOnly(email, newsletterIds));
    }

    private void readOnly(String email, Set<Long> chosen) {
        Instant now = clock.instant();
        for (Newsletter newsletter : newsletters.all()) {
            if (!chosen.contains(newsletter.id())) {
                subscriptions.move(newsletter.id(), email, State.LEFT, now);
            } else if (!subscriptions.insert(newsletter.id(), email, State.CONFIRMED, now)) {
                subscriptions.move(newsletter.id(), email, State.CONFIRMED, now);
            }
        }
    }

    private Choices choices(String email) {
        return new Choices(email, newsletters.all(), subscriptions.readBy(email));
    }

    @Override
    public int enrol(String newsletterSlug, Collection<String> emails) {
        Newsletter newsletter = newsletters.bySlug(newsletterSlug).orElseThrow();
        Instant now = clock.instant();
        return (int) emails.stream()
            .map(EmailAddress::of)
            .flatMap(Optional::stream)
            .filter(email -> !suppressions.contains(email))
            .filter(email -> subscriptions.insert(newsletter.id(), email, State.CONFIRMED, now))
            .count();
    }

    @Override
    public void suppress(String email, String reason) {
        EmailAddress.of(email).ifPresent(address -> suppressions.add(address, reason, clock.instant()));
    }
}
