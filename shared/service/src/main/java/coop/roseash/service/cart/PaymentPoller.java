package coop.roseash.service.cart;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;

/// Looks at what is due: payments, ends of orders, refunds. Runs in the cart only; several replicas may.
@ApplicationScoped
class PaymentPoller {
    private static final Logger LOG = Logger.getLogger(PaymentPoller.class);
    private static final int AT_ONCE = 20;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final AttemptStore attempts;
    private final Settlement settlement;
    private final OrderClosing closing;
    private final RefundDesk refunds;
    private final BasketStore baskets;
    private final CartConfig config;
    private final Clock clock;
    private final Lock turn = new ReentrantLock();
    private volatile boolean stopping;

    PaymentPoller(AttemptStore attempts, Settlement settlement, OrderClosing closing, RefundDesk refunds,
            BasketStore baskets, CartConfig config, Clock clock) {
        this.attempts = attempts;
        this.settlement = settlement;
        this.closing = closing;
        this.refunds = refunds;
        this.baskets = baskets;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start, Scheduler scheduler, Addresses addresses) {
        if (addresses.self() == AppName.CART) {
            scheduler.newJob("payments")
                .setInterval(config.poll().toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(_ -> look(), true)
                .schedule();
            scheduler.newJob("old-baskets")
                .setInterval("24h")
                .setTask(_ -> baskets.forgetGuestsUntouchedSince(clock.instant().minus(config.guestBasketLife())), true)
                .schedule();
        }
    }

    /// Once over everything that is due.
    void look() {
        turn.lock();
        try {
            if (!stopping) {
                each(attempts.claimDue(clock.instant(), config.lease(), AT_ONCE), "payment attempt",
                        settlement::settle);
                each(closing.claimExpired(), "unpaid order", closing::expire);
                each(refunds.claimDue(), "refund", refunds::process);
            }
        } finally {
            turn.unlock();
        }
    }

    /// Lets the turn under way end, so that no claim is left behind; one that takes longer comes back with its lease.
    void stop(@Observes Shutdown event) throws InterruptedException {
        stopping = true;
        if (turn.tryLock(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
            turn.unlock();
        } else {
            LOG.warn("Stopped while payments were looked at; they will be looked at again");
        }
    }

    /// One that fails is left for its next turn and does not keep the others from theirs.
    private static void each(List<Long> ids, String what, LongConsumer task) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ids.forEach(id -> threads.execute(() -> {
                try {
                    task.accept(id);
                } catch (RuntimeException e) {
                    LOG.errorf(e, "The %s %d could not be looked at; trying again later", what, id);
                }
            }));
        }
    }
}
