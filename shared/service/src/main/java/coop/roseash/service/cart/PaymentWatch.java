package coop.roseash.service.cart;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import coop.roseash.contract.cart.Payments;

/// Lets a payment be looked at sooner than its turn.
@ApplicationScoped
@Transactional(TxType.NEVER)
class PaymentWatch implements Payments {
    private final AttemptStore attempts;
    private final OrderStore orders;
    private final PaymentNotices notices;
    private final Settlement settlement;
    private final Clock clock;

    PaymentWatch(AttemptStore attempts, OrderStore orders, PaymentNotices notices, Settlement settlement, Clock clock) {
        this.attempts = attempts;
        this.orders = orders;
        this.notices = notices;
        this.settlement = settlement;
        this.clock = clock;
    }

    @Override
    public boolean notified(String checkoutId) {
        boolean known = attempts.dueNow(checkoutId, clock.instant());
        if (!known) {
            notices.keep(checkoutId);
        }
        return known;
    }

    @Override
    public void lookAt(String orderNumber) {
        orders.byNumber(orderNumber)
            .ifPresent(order -> attempts.ofOrder(order.id()).forEach(attempt -> settlement.settle(attempt.id())));
    }
}
