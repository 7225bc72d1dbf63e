package coop.roseash.service.newsletter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.model.newsletter.NewsletterSubscriptionEntity;
import coop.roseash.model.newsletter.NewsletterSubscriptionEntity.State;

@ApplicationScoped
class SubscriptionRepository implements PanacheRepository<NewsletterSubscriptionEntity> {
    Optional<NewsletterSubscriptionEntity> byConfirmHash(String hash) {
        return find("confirmHash", hash).firstResultOptional();
    }

    Optional<NewsletterSubscriptionEntity> bySecret(String secret) {
        return find("secret", secret).firstResultOptional();
    }

    Optional<NewsletterSubscriptionEntity> byAddress(long newsletterId, String email) {
        return find("newsletterId = ?1 and email = ?2", newsletterId, email).firstResultOptional();
    }

    Set<Long> readBy(String email) {
        return find("email = ?1 and state = ?2", email, State.CONFIRMED).stream()
            .map(subscription -> subscription.newsletterId)
            .collect(Collectors.toSet());
    }

    /// Adds a row unless the address has one; two askers at once get one row.
    boolean insert(long newsletterId, String email, State state, Instant now) {
        return getEntityManager()
            .createNativeQuery(
                    "insert into newsletter_subscriptions (newsletter_id, email, state, secret, asked_at, changed_at)"
                            + " values (?1, ?2, ?3, ?4, ?5, ?6) on conflict (newsletter_id, email) do nothing")
            .setParameter(1, newsletterId)
            .setParameter(2, email)
            .setParameter(3, state.name())
            .setParameter(4, Secrets.next())
            .setParameter(5, state == State.PENDING ? Instant.EPOCH : now)
            .setParameter(6, now)
            .executeUpdate() == 1;
    }

    void move(long newsletterId, String email, State to, Instant now) {
        update("state = ?1, changedAt = ?2 where newsletterId = ?3 and email = ?4 and state <> ?1",
                to, now, newsletterId, email);
    }

    /// Takes the right to ask an address now; false where it was asked a moment ago or has confirmed.
    boolean mayAsk(long newsletterId, String email, Instant now, Instant lastBefore) {
        return update(
                "askedAt = ?1, state = ?2 where newsletterId = ?3 and email = ?4 and state <> ?5 and askedAt < ?6",
                now, State.PENDING, newsletterId, email, State.CONFIRMED, lastBefore) == 1;
    }

    List<NewsletterSubscriptionEntity> byIds(List<Long> ids) {
        return list("id in ?1", ids);
    }
}
