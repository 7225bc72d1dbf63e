package coop.roseash.service.cart;

import java.time.Instant;
import java.util.Currency;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.cart.Order.State;
import coop.roseash.contract.money.Money;

/// An order as it stands in its table at one moment.
record OrderRow(long id, String number, String secret, String basketKey, String placementHash, @Nullable Long memberId,
        String email, String buyerName, String stateName, String currencyCode, long totalMinor, long reservationId,
        @Nullable Long receiptNumber, Instant placedAt, Instant expiresAt, @Nullable Instant paidAt) {
    static final String SELECT = "select id, number, secret, basketKey, placementHash, memberId, email, buyerName, state,"
            + " currency, totalMinor, reservationId, receiptNumber, placedAt, expiresAt, paidAt from PlacedOrder ";

    State state() {
        return State.valueOf(stateName);
    }

    Money total() {
        return new Money(totalMinor, Currency.getInstance(currencyCode));
    }
}
