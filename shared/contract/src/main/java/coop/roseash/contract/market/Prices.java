package coop.roseash.contract.market;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.money.Money;

/// What variants cost, and cost before; owned by market.
public interface Prices {
    /// The latest changes first, at most `limit`.
    List<Change> history(long variantId, int limit);

    ChangeOutcome change(long variantId, Money price, String cause);

    /// @param old null where the variant was new
    /// @param cause for people, for example `Sallowfield Wholefoods, run 4`
    record Change(@Nullable Money old, Money price, String cause, Instant at) {}

    sealed interface ChangeOutcome {
        record Changed(Money price) implements ChangeOutcome {}

        record Same() implements ChangeOutcome {}

        record Unknown() implements ChangeOutcome {}

        record Refused(String message) implements ChangeOutcome {}
    }
}
