package coop.roseash.service.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;

import coop.roseash.contract.outbox.OutboxHandler;
import coop.roseash.model.outbox.OutboxMessage;
import coop.roseash.service.signal.DatabaseSignals;

/// Hands each message of the outbox to every handler of its topic, at least once, on virtual threads.
@ApplicationScoped
class EventProcessor {
    private static final Logger LOG = Logger.getLogger(EventProcessor.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int LONGEST_ERROR = 1_000;

    private final OutboxRepository outbox;
    private final DatabaseSignals signals;
    private final OutboxConfig config;
    private final Clock clock;
    private final Map<String, List<OutboxHandler>> handlers = new TreeMap<>();
    private final Semaphore free;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread dispatcher;
    private volatile boolean stopping;

    EventProcessor(OutboxRepository outbox, DatabaseSignals signals, OutboxConfig config, Clock clock,
            @All List<OutboxHandler> handlers) {
        this.outbox = outbox;
        this.signals = signals;
        this.config = config;
        this.clock = clock;
        this.free = new Semaphore(config.concurrency());
        for (OutboxHandler handler : handlers) {
            Set<String> topics = config.topics().orElse(Set.of(handler.topic()));
            if (topics.contains(handler.topic())) {
                this.handlers.computeIfAbsent(handler.topic(), topic -> new ArrayList<>()).add(handler);
            }
        }
    }

    void start(@Observes Startup event) {
        if (config.enabled() && !handlers.isEmpty()) {
            dispatcher = Thread.ofVirtual().name("outbox").start(this::dispatch);
            signals.listen(OutboxRepository.CHANNEL, woken::release);
        }
    }

    /// Lets running handlers finish, so that a stopped process leaves nothing half done.
    void stop(@Observes Shutdown event) throws InterruptedException {
        stopping = true;
        Thread running = dispatcher;
        if (running != null) {
            running.interrupt();
            if (!free.tryAcquire(config.concurrency(), config.lease().toMillis() / 4, TimeUnit.MILLISECONDS)) {
                LOG.warn("Stopped while messages were being handled; they will be handled again");
            }
        }
    }

    @Scheduled(every = "1h", delayed = "10m")
    void forgetOldMessages() {
        outbox.forgetHandledBefore(clock.instant().minus(config.keep()));
    }

    private void dispatch() {
        while (!stopping) {
            try {
                if (claimSome() == 0) {
                    woken.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
                    woken.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Could not read the outbox, trying again: %s", e.getMessage());
                pauseAfterError();
            }
        }
    }

    private int claimSome() throws InterruptedException {
        free.acquire();
        int places = 1 + free.drainPermits();
        int used = 0;
        try {
            for (OutboxMessage message : outbox.claim(handlers.keySet(), places, config.lease())) {
                used++;
                Thread.ofVirtual().name("outbox-" + message.topic).start(() -> handleAndFree(message));
            }
        } finally {
            free.release(places - used);
        }
        return used;
    }

    private void handleAndFree(OutboxMessage message) {
        try {
            if (stopping) {
                outbox.giveBack(message.id);
            } else {
                handle(message);
            }
        } catch (RuntimeException e) {
            LOG.warnf("The outbox lost touch with message %d (%s); its lease will end: %s", message.id, message.topic,
                    e.getMessage());
        } finally {
            free.release();
        }
    }

    private void handle(OutboxMessage message) {
        List<String> finished = outbox.handledBy(message.id);
        var delivered = new OutboxHandler.Message(message.id, message.topic, message.key, message.json,
                message.attempts);
        for (OutboxHandler handler : handlers.getOrDefault(message.topic, List.of())) {
            String name = nameOf(handler);
            if (!finished.contains(name)) {
                try {
                    handler.handle(delivered);
                } catch (Exception e) {
                    failed(message, name, e);
                    return;
                }
                outbox.handled(message.id, name);
            }
        }
        outbox.done(message.id);
    }

    private void failed(OutboxMessage message, String handler, Exception cause) {
        boolean dead = message.attempts >= config.attempts();
        Duration doubled = config.retry().multipliedBy(1L << Math.min(message.attempts - 1, 20));
        Duration pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        String error = handler + ": " + cause;
        outbox.failed(message.id, error.substring(0, Math.min(error.length(), LONGEST_ERROR)), pause, dead);
        LOG.log(dead ? Logger.Level.ERROR : Logger.Level.WARN, "Message " + message.id + " (" + message.topic + " "
                + message.key + ") failed, attempt " + message.attempts + (dead ? ", given up" : ""), cause);
    }

    private void pauseAfterError() {
        try {
            woken.tryAcquire(config.retry().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The class as written: a proxy's name would differ from build to build.
    private static String nameOf(OutboxHandler handler) {
        String name = handler.getClass().getSimpleName();
        int proxy = name.indexOf("_ClientProxy");
        int subclass = name.indexOf("_Subclass");
        int end = proxy >= 0 ? proxy : subclass >= 0 ? subclass : name.length();
        return name.substring(0, end);
    }
}
