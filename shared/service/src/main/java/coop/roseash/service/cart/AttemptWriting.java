package coop.roseash.service.cart;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.cart.Order;
import coop.roseash.model.cart.PaymentAttempt;
import coop.roseash.service.sumup.SumUp;

/// Writes attempts down before the provider hears of them.
@ApplicationScoped
class AttemptWriting {
    private final OrderStore orders;
    private final AttemptStore attempts;
    private final SumUp sumup;
    private final CartConfig config;
    private final Clock clock;

    AttemptWriting(OrderStore orders, AttemptStore attempts, SumUp sumup, CartConfig config, Clock clock) {
        this.orders = orders;
        this.attempts = attempts;
        this.sumup = sumup;
        this.config = config;
        this.clock = clock;
    }

    /// The order's live attempt, or a new one; nothing when the order cannot be paid any more.
    @Transactional
    Optional<AttemptRow> liveOrNew(long orderId) {
        if (orders.lock(orderId) != Order.State.AWAITING_PAYMENT) {
            return Optional.empty();
        }
        Optional<AttemptRow> live = attempts.live(orderId);
        if (live.isPresent()) {
            return live;
        }
        int number = attempts.ofOrder(orderId).size() + 1;
        return number > config.maxAttempts()
                ? Optional.empty()
                : Optional.of(write(orders.byId(orderId).orElseThrow(), number));
    }

    private AttemptRow write(OrderRow order, int number) {
        Instant now = clock.instant();
        PaymentAttempt attempt = new PaymentAttempt();
        attempt.orderId = order.id();
        attempt.number = number;
        attempt.reference = "ra-%s-%d-%d".formatted(config.environment(), order.id(), number);
        attempt.merchant = sumup.merchant();
        attempt.currency = order.currencyCode();
        attempt.amountMinor = order.totalMinor();
        attempt.state = PaymentAttempt.State.NEW;
        attempt.closesAt = now.plus(config.paymentWindow());
        attempt.createdAt = now;
        attempt.dueAt = now.plus(config.looks().getLast());
        attempts.insert(attempt);
        orders.holdUntil(order.id(), attempt.closesAt);
        return attempts.byId(attempt.id).orElseThrow();
    }
}
