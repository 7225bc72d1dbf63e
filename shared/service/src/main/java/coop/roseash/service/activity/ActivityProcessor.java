package coop.roseash.service.activity;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;

import org.jboss.logging.Logger;

import coop.roseash.model.activity.StoredActivity;
import coop.roseash.service.signal.DatabaseSignals;

/// Works on the activities of both directions, woken by the database; and keeps the deliverer going.
@ApplicationScoped
class ActivityProcessor {
    private static final Logger LOG = Logger.getLogger(ActivityProcessor.class);
    private static final int BATCH = 16;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final ActivityRepository activities;
    private final ActivityEffects effects;
    private final Deliverer deliverer;
    private final DatabaseSignals signals;
    private final ActivityPubConfig config;
    private final Clock clock;
    private final WorkLoop processing;
    private final WorkLoop delivering;

    ActivityProcessor(ActivityRepository activities, ActivityEffects effects, Deliverer deliverer,
            DatabaseSignals signals, ActivityPubConfig config, Clock clock) {
        this.activities = activities;
        this.effects = effects;
        this.deliverer = deliverer;
        this.signals = signals;
        this.config = config;
        this.clock = clock;
        this.processing = new WorkLoop("activities", config::poll, this::processSome);
        this.delivering = new WorkLoop("deliveries", deliverer::pause, this::deliver);
    }

    void start(@Observes Startup event) {
        if (config.process()) {
            processing.start();
            delivering.start();
            signals.listen(ActivityRepository.CHANNEL, processing::wake);
            signals.listen(DeliveryRepository.CHANNEL, delivering::wake);
        }
    }

    /// Nothing more is claimed; what is under way is finished, what was claimed only is given back.
    void stop(@Observes Shutdown event) throws InterruptedException {
        processing.stop(LONGEST_STOP);
        delivering.stop(LONGEST_STOP);
        if (config.process()) {
            deliverer.stop(LONGEST_STOP);
        }
    }

    private boolean deliver() throws InterruptedException {
        return deliverer.serveDueHosts(delivering::wake);
    }

    /// What goes out keeps its order; what came in may have to ask other servers, so each has a thread of its own.
    private boolean processSome() throws InterruptedException {
        List<Long> claimed = activities.claim(BATCH, clock.instant(), config.lease()).stream().sorted().toList();
        List<Thread> incoming = new ArrayList<>();
        for (Long id : claimed) {
            if (processing.isStopping()) {
                activities.giveBack(id);
                continue;
            }
            StoredActivity activity = activities.look(id).orElseThrow();
            if (activity.direction == StoredActivity.Direction.OUT) {
                process(activity);
            } else {
                incoming.add(Thread.ofVirtual().name("activity-" + id).start(() -> process(activity)));
            }
        }
        for (Thread thread : incoming) {
            thread.join();
        }
        return claimed.size() == BATCH;
    }

    private void process(StoredActivity activity) {
        try {
            effects.apply(activity);
        } catch (RuntimeException e) {
            boolean dead = activity.attempts >= config.attempts();
            Duration doubled = config.retry().multipliedBy(1L << Math.min(activity.attempts - 1, 12));
            Duration pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            LOG.log(dead ? Logger.Level.ERROR : Logger.Level.WARN,
                    "Activity " + activity.uri + " failed, attempt " + activity.attempts + (dead ? ", set aside" : ""),
                    e);
            activities.failed(activity.id, String.valueOf(e), clock.instant().plus(pause), dead);
        }
    }
}
