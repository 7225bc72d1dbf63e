package coop.roseash.contract.stock;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import coop.roseash.contract.trade.Sellable;

/// Counts what can still be sold: 0 ≤ reserved ≤ on hand at every moment.
public interface Stock {
    /// Sets how many there are (a delivery, a recount, an event's capacity); never below what is reserved.
    ///
    /// @param cause unique, so that the same delivery is counted once
    CountOutcome count(Sellable item, int onHand, Cause cause);

    /// Adds to how many there are, or takes from them: a place given back, a changed capacity. Nothing is known
    /// about an item never counted, so it counts as having had none.
    ///
    /// @param change may be negative; never goes below what is reserved
    /// @param cause unique, so that the same change is made once
    CountOutcome adjust(Sellable item, int change, Cause cause);

    /// Items never counted are absent: they are sold without limit.
    Map<Sellable, Level> levels(Collection<Sellable> items);

    /// Holds all of these or none, in one transaction.
    ///
    /// @param cause unique: reserving again for the same cause answers the same reservation
    ReserveOutcome reserve(Collection<Quantity> quantities, Cause cause);

    /// HELD → COMMITTED: sold. Doing it again changes nothing.
    void commit(long reservationId);

    /// HELD → RELEASED: given back. Doing it again changes nothing.
    void release(long reservationId);

    record Level(int onHand, int reserved) {
        public int available() {
            return onHand - reserved;
        }
    }

    record Quantity(Sellable item, int quantity) {}

    /// Why stock moved, for example (`order`, 42).
    record Cause(String type, String id) {}

    sealed interface CountOutcome {
        record Counted(Level level) implements CountOutcome {}

        record BelowReserved(Level level) implements CountOutcome {}
    }

    sealed interface ReserveOutcome {
        record Reserved(long reservationId) implements ReserveOutcome {}

        /// Nothing was held; each says what is left of it.
        record Short(List<Shortage> shortages) implements ReserveOutcome {
            public Short {
                shortages = List.copyOf(shortages);
            }
        }
    }

    record Shortage(Sellable item, int wanted, int available) {}
}
