package coop.roseash.service.cart;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import coop.roseash.contract.cart.Order.State;
import coop.roseash.contract.cart.Orders;
import coop.roseash.contract.fragment.FragmentChanges;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.outbox.Outbox;
import coop.roseash.contract.stock.Stock;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.model.cart.PaymentAttempt;
import coop.roseash.service.sumup.ProviderCheckout;

/// Books money and the ends of orders: one transaction each, with the order locked, so that whoever comes second
/// finds it done.
@ApplicationScoped
@Transactional
class OrderBooking {
    private static final String FRAGMENT = "account-orders";
    /// A second successful payment on the same page would show soon.
    private static final Duration LOOK_ONCE_MORE = Duration.ofMinutes(1);

    private final OrderStore orders;
    private final AttemptStore attempts;
    private final MoneyStore money;
    private final Stock stock;
    private final BasketKeeper baskets;
    private final Outbox outbox;
    private final FragmentChanges fragments;
    private final Clock clock;

    OrderBooking(OrderStore orders, AttemptStore attempts, MoneyStore money, Stock stock, BasketKeeper baskets,
            Outbox outbox, FragmentChanges fragments, Clock clock) {
        this.orders = orders;
        this.attempts = attempts;
        this.money = money;
        this.stock = stock;
        this.baskets = baskets;
        this.outbox = outbox;
        this.fragments = fragments;
        this.clock = clock;
    }

    /// Takes note of an attempt's successful payments: one settles the order, any other goes back.
    void take(AttemptRow attempt, List<ProviderCheckout.Child> payments) {
        Instant now = clock.instant();
        orders.lock(attempt.orderId());
        for (ProviderCheckout.Child payment : payments) {
            if (!money.isKnown(payment.id())) {
                State state = orders.lock(attempt.orderId());
                boolean settles = OrderStates.isWaiting(state)
                        || state == State.EXPIRED && reallocate(attempt.orderId());
                long capture = money.capture(attempt, payment.id(), settles, now);
                if (settles) {
                    paid(attempt.orderId(), state, "payment " + payment.id());
                } else {
                    giveBack(attempt.orderId(), state, capture, now);
                }
            }
        }
        boolean first = attempt.state() != PaymentAttempt.State.PAID;
        attempts.paid(attempt.id(), first ? now.plus(LOOK_ONCE_MORE) : null);
    }

    /// Makes a waiting order, locked by this transaction, a paid one.
    @Transactional(TxType.MANDATORY)
    void paid(long orderId, State from, String cause) {
        Instant now = clock.instant();
        if (!orders.move(orderId, from, State.PAID, cause, now)) {
            throw new IllegalStateException("Order " + orderId + " is not " + from + " any more");
        }
        OrderRow order = orders.byId(orderId).orElseThrow();
        stock.commit(order.reservationId());
        orders.receipt(orderId, now);
        outbox.put(Orders.PAID, String.valueOf(orderId), String.valueOf(orderId));
        tellPages(order);
    }

    /// An unpaid order's end: its stock is free again and its lines are back in the basket.
    ///
    /// @return false when it is not `from` any more, or can still be paid
    boolean end(long orderId, State from, State to, String cause) {
        if (orders.lock(orderId) != from || attempts.live(orderId).isPresent()) {
            return false;
        }
        OrderRow order = orders.byId(orderId).orElseThrow();
        orders.move(orderId, from, to, cause, clock.instant());
        // Baskets are locked before stock everywhere, so that nobody waits in a circle.
        baskets.lock(order.basketKey());
        stock.release(order.reservationId());
        baskets.giveBack(order.basketKey(), quantities(orderId));
        tellPages(order);
        return true;
    }

    /// What was given back in full to the buyer of an order that could not be kept.
    void refunded(long refundId) {
        MoneyStore.RefundRow refund = money.refund(refundId).orElseThrow();
        State state = orders.lock(refund.orderId());
        if (money.done(refundId) && state == State.UNFULFILLABLE) {
            orders.move(refund.orderId(), state, State.REFUNDED, "refund " + refundId, clock.instant());
            tellPages(orders.byId(refund.orderId()).orElseThrow());
        }
    }

    /// Late money: the stock may still be there.
    private boolean reallocate(long orderId) {
        List<Stock.Quantity> wanted = quantities(orderId).entrySet()
            .stream()
            .map(line -> new Stock.Quantity(line.getKey(), line.getValue()))
            .toList();
        return switch (stock.reserve(wanted, new Stock.Cause("late-payment", String.valueOf(orderId)))) {
            case Stock.ReserveOutcome.Reserved(long reservation) -> sell(reservation);
            case Stock.ReserveOutcome.Short(List<Stock.Shortage> shortages) -> false;
        };
    }

    private boolean sell(long reservation) {
        stock.commit(reservation);
        return true;
    }

    private void giveBack(long orderId, State state, long captureId, Instant now) {
        if (state == State.EXPIRED) {
            orders.move(orderId, state, State.UNFULFILLABLE, "paid after its time, and sold out", now);
            tellPages(orders.byId(orderId).orElseThrow());
        }
        money.refund(captureId, OrderStates.after(state).contains(State.REFUNDED) ? "paid twice" : "paid too late",
                now);
    }

    private Map<Sellable, Integer> quantities(long orderId) {
        Map<Sellable, Integer> quantities = new LinkedHashMap<>();
        for (OrderStore.LineRow line : orders.lines(List.of(orderId))) {
            quantities.merge(new Sellable(Sellable.Kind.valueOf(line.kind()), line.itemId()), line.quantity(),
                    Integer::sum);
        }
        return quantities;
    }

    private void tellPages(OrderRow order) {
        Long member = order.memberId();
        if (member != null) {
            fragments.changed(FRAGMENT, new Visitor.SignedIn(member));
        }
    }
}
