package coop.roseash.contract.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.money.Money;
import coop.roseash.contract.trade.VatClass;

/// A kind of place at every date of an entry.
///
/// @param price includes VAT; zero for a free place
/// @param quota places per date
/// @param saleFrom null: at once
/// @param saleUntil null: until the date begins
public record TicketType(long id, long entryId, String name, String description, Money price, VatClass vat, int quota,
        @Nullable Instant saleFrom, @Nullable Instant saleUntil) {
    public boolean isFree() {
        return price.isZero();
    }
}
