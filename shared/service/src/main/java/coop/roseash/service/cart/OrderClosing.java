package coop.roseash.service.cart;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import coop.roseash.contract.cart.Order.State;
import coop.roseash.service.sumup.ProviderCheckout;
import coop.roseash.service.sumup.Reply;
import coop.roseash.service.sumup.SumUp;

/// Ends unpaid orders. Stock is free again only after the provider has closed the payment page.
@ApplicationScoped
@Transactional(TxType.NEVER)
class OrderClosing {
    private static final int AT_ONCE = 20;

    private final OrderStore orders;
    private final AttemptStore attempts;
    private final OrderBooking booking;
    private final Settlement settlement;
    private final SumUp sumup;
    private final CartConfig config;
    private final Clock clock;

    OrderClosing(OrderStore orders, AttemptStore attempts, OrderBooking booking, Settlement settlement, SumUp sumup,
            CartConfig config, Clock clock) {
        this.orders = orders;
        this.attempts = attempts;
        this.booking = booking;
        this.settlement = settlement;
        this.sumup = sumup;
        this.config = config;
        this.clock = clock;
    }

    List<Long> claimExpired() {
        Instant now = clock.instant();
        return orders.claimExpired(now, now.plus(config.closeRetry()), AT_ONCE);
    }

    /// AWAITING_PAYMENT → EXPIRING → EXPIRED, or PAID where the buyer was quicker.
    void expire(long orderId) {
        orders.move(orderId, State.AWAITING_PAYMENT, State.EXPIRING, "its time is over", clock.instant());
        if (shutPayment(orderId)) {
            booking.end(orderId, State.EXPIRING, State.EXPIRED, "payment closed");
        }
    }

    /// The buyer gives it up; false when it is not certain that nothing can be paid any more.
    boolean cancel(long orderId) {
        return shutPayment(orderId)
                && booking.end(orderId, State.AWAITING_PAYMENT, State.CANCELLED, "given up by the buyer");
    }

    /// Whether no payment page of the order can be paid any more; it may have been paid just now.
    boolean shutPayment(long orderId) {
        Optional<AttemptRow> live = attempts.live(orderId);
        if (live.isPresent() && live.get().checkoutId() == null) {
            // Its creation was never answered: found now, or not there.
            settlement.settle(live.get().id());
            live = attempts.live(orderId);
        }
        live.ifPresent(this::deactivate);
        return attempts.live(orderId).isEmpty();
    }

    private void deactivate(AttemptRow attempt) {
        String checkoutId = attempt.checkoutId();
        if (checkoutId == null) {
            return;
        }
        switch (sumup.deactivate(checkoutId)) {
            case Reply.Ok<ProviderCheckout>(ProviderCheckout _) -> attempts.dead(attempt.id(), "closed by us");
            case Reply.Refused<ProviderCheckout>(int _, String _) -> settlement.settle(attempt.id());
            case Reply.NotFound<ProviderCheckout>() -> settlement.settle(attempt.id());
            case Reply.Uncertain<ProviderCheckout>(String _) -> settlement.settle(attempt.id());
        }
    }
}
