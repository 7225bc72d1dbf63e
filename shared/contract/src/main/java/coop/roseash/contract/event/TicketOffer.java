package coop.roseash.contract.event;

import coop.roseash.contract.money.Money;

/// A ticket type on one date.
///
/// @param id what baskets know it by ([coop.roseash.contract.trade.Sellable#ticket])
/// @param left places that can still be had
public record TicketOffer(long id, String name, String description, Money price, int left, Sale sale) {
    public enum Sale {
        NOT_YET, OPEN, SOLD_OUT, CLOSED
    }

    public boolean isFree() {
        return price.isZero();
    }

    public boolean isOpen() {
        return sale == Sale.OPEN;
    }

    public boolean isSoldOut() {
        return sale == Sale.SOLD_OUT;
    }

    public boolean isNotYet() {
        return sale == Sale.NOT_YET;
    }

    /// Worth saying how few there are.
    public boolean isNearlyGone() {
        return isOpen() && left <= 5;
    }
}
