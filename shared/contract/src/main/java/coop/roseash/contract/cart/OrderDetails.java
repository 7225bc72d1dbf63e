package coop.roseash.contract.cart;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.money.Money;

/// An order as its buyer sees it.
///
/// @param secret opens the order's page; known to the buyer only
/// @param heldUntil until when the order can be paid; null once that is over
/// @param receiptNumber gapless; null until paid
public record OrderDetails(Order order, String secret, List<VatLine> vat, Payment payment, @Nullable Instant heldUntil,
        @Nullable String receiptNumber, @Nullable Instant paidAt) {
    /// What is known of the payment, for telling the buyer.
    public enum Payment {
        NOT_STARTED, OPEN, LAST_TRY_FAILED, RECEIVED, NOT_NEEDED, GIVEN_BACK, NONE
    }

    /// @param basisPoints 2000 is 20 %
    /// @param gross what was paid at this rate, VAT included
    public record VatLine(int basisPoints, Money gross, Money vat) {
        public Money net() {
            return gross.minus(vat);
        }

        /// `20%`, `5%`, `12.5%`
        public String rate() {
            return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
        }
    }

    public OrderDetails {
        vat = List.copyOf(vat);
    }

    public boolean isPayable() {
        return order.state() == Order.State.AWAITING_PAYMENT;
    }

    public boolean isPaid() {
        return switch (order.state()) {
            case PAID, FULFILLED, PARTLY_REFUNDED -> true;
            case DRAFT, AWAITING_PAYMENT, EXPIRING, EXPIRED, CANCELLED, REFUNDED, UNFULFILLABLE -> false;
        };
    }
}
