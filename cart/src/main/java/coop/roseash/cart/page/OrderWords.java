package coop.roseash.cart.page;

import io.quarkus.qute.TemplateExtension;

import coop.roseash.contract.cart.Order;

/// An order's state in plain words: `{order.state.words}` in a badge of `{order.state.tone}`.
@TemplateExtension
public final class OrderWords {
    private OrderWords() {}

    static String words(Order.State state) {
        return switch (state) {
            case DRAFT -> "Being placed";
            case AWAITING_PAYMENT -> "To be paid";
            case EXPIRING -> "Closing";
            case PAID -> "Paid";
            case FULFILLED -> "Collected";
            case EXPIRED -> "Not paid in time";
            case CANCELLED -> "Cancelled";
            case PARTLY_REFUNDED -> "Partly refunded";
            case REFUNDED -> "Refunded";
            case UNFULFILLABLE -> "Refund on its way";
        };
    }

    static String tone(Order.State state) {
        return switch (state) {
            case PAID, FULFILLED -> "badge--good";
            case AWAITING_PAYMENT, EXPIRING, UNFULFILLABLE -> "badge--warn";
            case DRAFT, EXPIRED, CANCELLED, PARTLY_REFUNDED, REFUNDED -> "badge--quiet";
        };
    }

    /// How many things were ordered.
    static int count(Order order) {
        return order.lines().stream().mapToInt(Order.Line::quantity).sum();
    }
}
