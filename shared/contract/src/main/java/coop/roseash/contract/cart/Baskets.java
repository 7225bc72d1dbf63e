package coop.roseash.contract.cart;

import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.trade.Sellable;

/// One basket per visitor for products and tickets; owned by cart.
public interface Baskets {
    Basket of(Visitor visitor);

    AddOutcome add(Visitor visitor, Sellable item, int quantity);

    /// Sets a line's quantity; 0 removes it.
    AddOutcome set(Visitor visitor, Sellable item, int quantity);

    /// Moves what a guest chose into the member's basket when they sign in; says what changed.
    MergeOutcome merge(Visitor.Guest guest, Visitor.SignedIn member);

    sealed interface AddOutcome {
        record Added(Basket basket) implements AddOutcome {}

        record OutOfStock(int left) implements AddOutcome {}

        record NotForSale() implements AddOutcome {}

        record TooMany(int limit) implements AddOutcome {}
    }

    sealed interface MergeOutcome {
        record NothingToMerge() implements MergeOutcome {}

        record Merged(Basket basket, boolean capped) implements MergeOutcome {}
    }
}
