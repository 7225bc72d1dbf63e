package coop.roseash.contract.cart;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.money.Money;
import coop.roseash.contract.trade.Sellable;

/// An order as it was placed: its lines are snapshots.
///
/// @param number what the buyer quotes, for example `RA-10042`
/// @param memberId null for a guest's order
public record Order(long id, String number, @Nullable Long memberId, String email, String buyerName, State state,
        List<Line> lines, Money total, Instant placedAt) {
    public enum State {
        DRAFT, AWAITING_PAYMENT, PAID, FULFILLED, EXPIRING, EXPIRED, CANCELLED, PARTLY_REFUNDED, REFUNDED, UNFULFILLABLE
    }

    public record Line(long id, Sellable item, String name, String detail, Money unitPrice, int quantity) {
        public Money total() {
            return unitPrice.times(quantity);
        }
    }

    public Order {
        lines = List.copyOf(lines);
    }
}
