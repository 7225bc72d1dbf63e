package coop.roseash.service.activity;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

import coop.roseash.model.activity.Delivery;
import coop.roseash.model.activity.StoredActivity;

/// Delivers: hosts are leased, each is served by one virtual thread, several requests at once, so that a slow host
/// delays nobody but itself.
@ApplicationScoped
class Deliverer {
    private static final Logger LOG = Logger.getLogger(Deliverer.class);

    private final DeliveryRepository deliveries;
    private final HostRepository hosts;
    private final ActivityRepository activities;
    private final DeliveryRequest request;
    private final DeliveryOutcomes outcomes;
    private final ActivityPubConfig config;
    private final Clock clock;
    private final Semaphore places;
    private volatile boolean stopping;

    Deliverer(DeliveryRepository deliveries, HostRepository hosts, ActivityRepository activities,
            DeliveryRequest request, DeliveryOutcomes outcomes, ActivityPubConfig config, Clock clock) {
        this.deliveries = deliveries;
        this.hosts = hosts;
        this.activities = activities;
        this.request = request;
        this.outcomes = outcomes;
        this.config = config;
        this.clock = clock;
        this.places = new Semaphore(config.delivery().hosts());
    }

    /// Starts serving every host that is due.
    ///
    /// @param whenFree runs when a host has been served
    boolean serveDueHosts(Runnable whenFree) throws InterruptedException {
        places.acquire();
        int free = 1 + places.drainPermits();
        List<String> due = List.of();
        try {
            due = hosts.lease(free, clock.instant(), config.lease());
        } finally {
            places.release(free - due.size());
        }
        for (String host : due) {
            Thread.ofVirtual().name("deliver-" + host).start(() -> serve(host, whenFree));
        }
        return false;
    }

    /// How long until a host that pauses may be tried again.
    Duration pause() {
        Duration poll = config.poll();
        return deliveries.nextTry()
            .map(time -> Duration.between(clock.instant(), time))
            .filter(left -> left.isPositive() && left.compareTo(poll) < 0)
            .orElse(poll);
    }

    /// Requests under way are finished and written down, then their hosts are free for other processes. Freeing a host
    /// any earlier would have the same activities delivered twice; one that takes too long keeps its lease instead.
    void stop(Duration longest) throws InterruptedException {
        stopping = true;
        int all = config.delivery().hosts();
        if (!places.tryAcquire(all, longest.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("Stopped while %d hosts were served; their leases end by themselves",
                    all - places.availablePermits());
        }
    }

    @Scheduled(every = "1h", delayed = "15m")
    void forgetOld() {
        if (config.process()) {
            deliveries.forgetDeliveredBefore(clock.instant().minus(config.delivery().keep()));
            activities.forgetSeenBefore(clock.instant().minus(config.inbox().remember()));
        }
    }

    private void serve(String host, Runnable whenFree) {
        try {
            List<Delivery> batch = batch(host);
            while (!batch.isEmpty() && !stopping) {
                sendAll(batch);
                hosts.extend(host, clock.instant().plus(config.lease()));
                batch = hosts.isReady(host, clock.instant()) ? batch(host) : List.of();
            }
        } catch (RuntimeException e) {
            LOG.warnf("Deliveries to %s broke off; they go on when the lease ends: %s", host, e.getMessage());
        } finally {
            hosts.free(host);
            places.release();
            whenFree.run();
        }
    }

    /// While a host pauses only what is urgent and was not tried yet goes out.
    private List<Delivery> batch(String host) {
        List<Delivery> next = deliveries.next(host, config.delivery().inFlight());
        return hosts.isReady(host, clock.instant())
                ? next
                : next.stream().filter(delivery -> delivery.urgent && delivery.attempts == 0).toList();
    }

    private void sendAll(List<Delivery> batch) {
        List<Thread> senders = new ArrayList<>();
        for (Delivery delivery : batch) {
            senders.add(Thread.ofVirtual().start(() -> send(delivery)));
        }
        for (Thread sender : senders) {
            try {
                sender.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void send(Delivery delivery) {
        StoredActivity activity = activities.look(delivery.activityId).orElse(null);
        if (activity == null) {
            outcomes.refused(delivery.id, "the activity is no longer kept", false);
            return;
        }
        switch (request.send(delivery, activity)) {
            case DeliveryRequest.Answer.Delivered done -> outcomes.delivered(delivery.id, delivery.host);
            case DeliveryRequest.Answer.Refused(String reason, boolean gone) ->
                outcomes.refused(delivery.id, reason, gone);
            case DeliveryRequest.Answer.Failed(String reason, Duration retryAfter) ->
                outcomes.failed(delivery.id, reason, retryAfter);
        }
    }
}
