package coop.roseash.service.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import coop.roseash.model.activity.DeadDelivery;
import coop.roseash.model.activity.Delivery;
import coop.roseash.model.activity.KnownHost;

/// Writes down how a delivery went, and what that means for its host.
@ApplicationScoped
class DeliveryOutcomes {
    private static final int LONGEST_ERROR = 500;
    private static final double JITTER = 0.3;

    private final DeliveryRepository deliveries;
    private final HostRepository hosts;
    private final EntityManager entities;
    private final ActivityPubConfig config;
    private final Clock clock;

    DeliveryOutcomes(DeliveryRepository deliveries, HostRepository hosts, EntityManager entities,
            ActivityPubConfig config, Clock clock) {
        this.deliveries = deliveries;
        this.hosts = hosts;
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    @Transactional(TxType.REQUIRES_NEW)
    void delivered(long id, String host) {
        deliveries.update("deliveredAt = ?1, attempts = attempts + 1, lastError = null where id = ?2", clock.instant(),
                id);
        hosts.succeeded(host, clock.instant());
    }

    /// The server answers, but not to this: its inbox is gone, or it refuses the activity.
    @Transactional(TxType.REQUIRES_NEW)
    void refused(long id, String reason, boolean gone) {
        Delivery delivery = deliveries.findById(id);
        if (delivery != null) {
            delivery.attempts++;
            bury(delivery, reason);
            if (gone) {
                deliveries.dropFollowersAt(delivery.inbox);
            }
            hosts.succeeded(delivery.host, clock.instant());
        }
    }

    /// The server is down or overloaded: all of its deliveries wait.
    ///
    /// @param retryAfter what the server asked for; zero where it asked for nothing
    @Transactional(TxType.REQUIRES_NEW)
    void failed(long id, String reason, Duration retryAfter) {
        Delivery delivery = deliveries.findById(id);
        if (delivery == null) {
            return;
        }
        Instant now = clock.instant();
        delivery.attempts++;
        delivery.lastError = cut(reason);
        pause(hosts.findById(delivery.host), reason, retryAfter, now);
        boolean old = delivery.createdAt.isBefore(now.minus(config.delivery().giveUpAfter()));
        if (old || delivery.attempts >= config.delivery().tries()) {
            bury(delivery, reason);
        }
    }

    private void pause(KnownHost host, String reason, Duration retryAfter, Instant now) {
        Instant lastSuccess = host.lastSuccessAt;
        boolean longGone = lastSuccess == null
                ? host.failures >= config.delivery().tries()
                : lastSuccess.isBefore(now.minus(config.delivery().giveUpAfter()));
        host.failures++;
        host.state = longGone ? KnownHost.State.DEAD : KnownHost.State.WAITING;
        host.lastFailureAt = now;
        host.lastError = cut(reason);
        Duration pause = pause(host.failures);
        host.readyAt = now.plus(pause.compareTo(retryAfter) > 0 ? pause : retryAfter);
    }

    /// Doubles with each failure, spread by ±30 % so that hosts do not return all at once; the first is never longer
    /// than said.
    Duration pause(int failures) {
        ActivityPubConfig.Outgoing settings = config.delivery();
        double doubled = settings.retry().toMillis() * Math.pow(2, failures - 1.0);
        double capped = Math.min(doubled, settings.longestPause().toMillis());
        double spread = ThreadLocalRandom.current().nextDouble(1 - JITTER, failures == 1 ? 1 : 1 + JITTER);
        return Duration.ofMillis(Math.round(capped * spread));
    }

    private void bury(Delivery delivery, String reason) {
        DeadDelivery dead = new DeadDelivery();
        dead.activityId = delivery.activityId;
        dead.inbox = delivery.inbox;
        dead.host = delivery.host;
        dead.attempts = delivery.attempts;
        dead.reason = cut(reason);
        dead.diedAt = clock.instant();
        entities.persist(dead);
        deliveries.delete(delivery);
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_ERROR ? reason : reason.substring(0, LONGEST_ERROR);
    }
}
