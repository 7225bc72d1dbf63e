package coop.roseash.service.newsletter;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import coop.roseash.model.newsletter.NewsletterDeliveryEntity;
import coop.roseash.model.newsletter.NewsletterDeliveryEntity.Key;
import coop.roseash.model.newsletter.NewsletterDeliveryEntity.State;

@ApplicationScoped
class DeliveryRepository implements PanacheRepositoryBase<NewsletterDeliveryEntity, Key> {
    /// One row for each reader who has confirmed and whose address is not suppressed.
    int addRecipients(long issueId, long newsletterId) {
        return getEntityManager()
            .createNativeQuery(
                    "insert into newsletter_deliveries (issue_id, subscription_id)"
                            + " select ?1, s.id from newsletter_subscriptions s where s.newsletter_id = ?2"
                            + " and s.state = 'CONFIRMED' and not exists"
                            + " (select 1 from newsletter_suppressions x where x.email = s.email)")
            .setParameter(1, issueId)
            .setParameter(2, newsletterId)
            .executeUpdate();
    }

    /// Skips those who left, or were suppressed, since the issue was written.
    void skipThoseWhoLeft(long issueId) {
        getEntityManager()
            .createNativeQuery(
                    "update newsletter_deliveries d set state = 'SKIPPED' from newsletter_subscriptions s"
                            + " where d.issue_id = ?1 and d.state = 'WAITING' and s.id = d.subscription_id"
                            + " and (s.state <> 'CONFIRMED' or exists"
                            + " (select 1 from newsletter_suppressions x where x.email = s.email))")
            .setParameter(1, issueId)
            .executeUpdate();
    }

    /// The ids of the next subscriptions to write to, kept from other processes until the transaction ends.
    List<Long> lockWaiting(long issueId, int limit) {
        return getEntityManager()
            .createNativeQuery(
                    "select subscription_id from newsletter_deliveries where issue_id = ?1 and state = 'WAITING'"
                            + " order by subscription_id limit ?2 for update skip locked",
                    Long.class)
            .setParameter(1, issueId)
            .setParameter(2, limit)
            .getResultList()
            .stream()
            .map(Long.class::cast)
            .toList();
    }

    void markSent(long issueId, Collection<Long> subscriptionIds) {
        update("state = ?1 where id.issueId = ?2 and id.subscriptionId in ?3", State.SENT, issueId, subscriptionIds);
    }

    Map<State, Integer> count(long issueId) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        getEntityManager()
            .createQuery(
                    "select d.state, count(d) from NewsletterDeliveryEntity d where d.id.issueId = ?1 group by d.state",
                    Object[].class)
            .setParameter(1, issueId)
            .getResultList()
            .forEach(row -> counts.put((State) row[0], ((Long) row[1]).intValue()));
        return counts;
    }
}
