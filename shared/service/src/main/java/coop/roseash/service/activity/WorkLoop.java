package coop.roseash.service.activity;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One virtual thread that works while there is work, and otherwise waits to be woken or for a time to pass.
final class WorkLoop {
    private static final Logger LOG = Logger.getLogger(WorkLoop.class);
    private static final Duration AFTER_ERROR = Duration.ofSeconds(2);

    private final String name;
    private final Step step;
    private final Supplier<Duration> pause;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;

    /// One piece of work.
    interface Step {
        /// @return whether there may be more to do at once
        boolean work() throws InterruptedException;
    }

    WorkLoop(String name, Supplier<Duration> pause, Step step) {
        this.name = name;
        this.pause = pause;
        this.step = step;
    }

    void start() {
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    void wake() {
        woken.release();
    }

    boolean isStopping() {
        return stopping;
    }

    /// Lets the piece of work at hand be finished, for so long; what is broken off then comes back with its lease.
    void stop(Duration longest) {
        stopping = true;
        wake();
        Thread running = thread;
        try {
            if (running != null && !running.join(longest)) {
                LOG.warnf("%s: broken off while stopping", name);
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                woken.drainPermits();
                if (!step.work()) {
                    rest(pause.get());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warnf("%s: could not work, trying again: %s", name, e.getMessage());
                    restAfterError();
                }
            }
        }
    }

    private void rest(Duration duration) throws InterruptedException {
        woken.tryAcquire(Math.max(1, duration.toMillis()), TimeUnit.MILLISECONDS);
    }

    private void restAfterError() {
        try {
            rest(AFTER_ERROR);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
