package coop.roseash.service.cart;

import java.util.EnumSet;
import java.util.Set;

import coop.roseash.contract.cart.Order.State;

/// Which state of an order may follow which.
final class OrderStates {
    private OrderStates() {}

    static Set<State> after(State state) {
        return switch (state) {
            case DRAFT -> EnumSet.of(State.AWAITING_PAYMENT);
            case AWAITING_PAYMENT -> EnumSet.of(State.PAID, State.EXPIRING, State.CANCELLED);
            case EXPIRING -> EnumSet.of(State.EXPIRED, State.PAID);
            // Late money: the stock could be had again, or not.
            case EXPIRED -> EnumSet.of(State.PAID, State.UNFULFILLABLE);
            case PAID -> EnumSet.of(State.FULFILLED, State.PARTLY_REFUNDED, State.REFUNDED);
            case FULFILLED -> EnumSet.of(State.PARTLY_REFUNDED, State.REFUNDED);
            case PARTLY_REFUNDED, UNFULFILLABLE -> EnumSet.of(State.REFUNDED);
            case CANCELLED, REFUNDED -> EnumSet.noneOf(State.class);
        };
    }

    /// Whether a payment may still turn this order into a paid one.
    static boolean isWaiting(State state) {
        return state == State.AWAITING_PAYMENT || state == State.EXPIRING;
    }
}
