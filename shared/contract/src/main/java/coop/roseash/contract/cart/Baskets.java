package coop.roseash.contract.cart;

import java.util.Optional;

import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.trade.Sellable;

/// One basket per visitor for products and tickets; owned by cart.
public interface Baskets {
    /// A guest without a token has an empty basket.
    Basket of(Visitor visitor);

    /// @param visitor one who can own something: a guest needs a token
    /// @param quantity at least 1
    AddOutcome add(Visitor visitor, Sellable item, int quantity);

    /// Sets a line's quantity; 0 removes it.
    AddOutcome set(Visitor visitor, Sellable item, int quantity);

    /// Moves what a guest chose into the member's basket when they sign in; says what changed.
    MergeOutcome merge(Visitor.Guest guest, Visitor.SignedIn member);

    /// Makes two guest tokens of one person share one basket from now on, the one of `kept`.
    MergeOutcome join(Visitor.Guest other, Visitor.Guest kept);

    /// What the visitor has not been told yet about changes of their basket; told once.
    Optional<Basket.News> takeNews(Visitor visitor);

    sealed interface AddOutcome {
        record Added(Basket basket) implements AddOutcome {}

        record OutOfStock(int left) implements AddOutcome {}

        record NotForSale() implements AddOutcome {}

        /// More of one thing than anybody may buy at once.
        record TooMany(int limit) implements AddOutcome {}

        /// More different things than a basket holds.
        record Full(int limit) implements AddOutcome {}
    }

    sealed interface MergeOutcome {
        record NothingToMerge() implements MergeOutcome {}

        /// @param capped whether some of it did not fit: out of stock, or above a limit
        record Merged(Basket basket, boolean capped) implements MergeOutcome {}
    }
}
