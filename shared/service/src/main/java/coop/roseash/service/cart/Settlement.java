package coop.roseash.service.cart;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import coop.roseash.model.cart.PaymentAttempt.State;
import coop.roseash.service.sumup.ProviderCheckout;
import coop.roseash.service.sumup.ProviderCheckout.Status;
import coop.roseash.service.sumup.Reply;
import coop.roseash.service.sumup.SumUp;

/// Finds out what became of a payment attempt: the one way for the buyer's return, the webhook, the poller and the
/// shopkeeper. Believes nobody but the provider, asked now.
@ApplicationScoped
@Transactional(TxType.NEVER)
class Settlement {
    private static final Logger LOG = Logger.getLogger(Settlement.class);

    private final AttemptStore attempts;
    private final OrderBooking booking;
    private final AttemptOpening opening;
    private final SumUp sumup;
    private final CartConfig config;
    private final Clock clock;

    Settlement(AttemptStore attempts, OrderBooking booking, AttemptOpening opening, SumUp sumup, CartConfig config,
            Clock clock) {
        this.attempts = attempts;
        this.booking = booking;
        this.opening = opening;
        this.sumup = sumup;
        this.config = config;
        this.clock = clock;
    }

    void settle(long attemptId) {
        AttemptRow attempt = attempts.byId(attemptId).orElseThrow();
        String checkoutId = attempt.checkoutId();
        if (checkoutId == null) {
            findLost(attempt);
            return;
        }
        switch (sumup.get(checkoutId)) {
            case Reply.Ok<ProviderCheckout>(ProviderCheckout checkout) -> told(attempt, checkout);
            case Reply.NotFound<ProviderCheckout>() -> unknown(attempt);
            case Reply.Refused<ProviderCheckout>(int status, String code) -> again(attempt, null, status + " " + code);
            case Reply.Uncertain<ProviderCheckout>(String why) -> again(attempt, null, why);
        }
    }

    private void told(AttemptRow attempt, ProviderCheckout checkout) {
        List<ProviderCheckout.Child> successes = checkout.successes();
        if (!attempt.matches(checkout)) {
            LOG.errorf("SumUp's checkout %s is not what %s asked for; nothing is settled by it", checkout.id(),
                    attempt.reference());
            again(attempt, null, "SumUp tells another amount, currency, merchant or reference");
        } else if (checkout.status() == Status.PAID && !successes.isEmpty()) {
            booking.take(attempt, successes);
        } else if (checkout.status() == Status.EXPIRED && successes.isEmpty()) {
            attempts.dead(attempt.id(), "closed by SumUp");
            attempts.stopLooking(attempt.id());
        } else {
            again(attempt, checkout.status().name(), null);
        }
    }

    /// An attempt that was written but whose creation was never answered.
    private void findLost(AttemptRow attempt) {
        if (opening.adoptExisting(attempt) == AttemptOpening.Found.NOTHING) {
            unknown(attempt);
        }
    }

    /// The provider may not know it yet; only long after its end is that the truth.
    private void unknown(AttemptRow attempt) {
        if (clock.instant().isAfter(attempt.closesAt().plus(config.notFoundGrace()))) {
            attempts.dead(attempt.id(), "never known to SumUp");
            attempts.stopLooking(attempt.id());
        } else {
            again(attempt, null, "not known to SumUp");
        }
    }

    private void again(AttemptRow attempt, @Nullable String status, @Nullable String problem) {
        if (!attempt.isLive() && problem == null) {
            attempts.stopLooking(attempt.id());
            return;
        }
        List<Duration> pauses = config.looks();
        Duration pause = pauses.get(Math.min(attempt.looks() + 1, pauses.size() - 1));
        Instant due = clock.instant().plus(pause);
        // The end itself is a good moment to look.
        Instant end = attempt.closesAt().plusSeconds(1);
        boolean endsFirst = attempt.state() == State.OPEN && clock.instant().isBefore(end) && end.isBefore(due);
        attempts.lookAgain(attempt.id(), endsFirst ? end : due, status, problem);
    }
}
