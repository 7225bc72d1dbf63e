package coop.roseash.infrastructure.basket;

import coop.roseash.contract.cart.Baskets.AddOutcome;

/// What people are told about a change of their basket.
public final class BasketAnswers {
    private BasketAnswers() {}

    public static String words(AddOutcome outcome) {
        return switch (outcome) {
            case AddOutcome.Added added -> added.basket().isEmpty()
                    ? "Your basket is empty."
                    : "In your basket: %d, %s in all.".formatted(added.basket().count(), added.basket().total());
            case AddOutcome.OutOfStock(int left) when left <= 0 -> "Sorry, this is sold out.";
            case AddOutcome.OutOfStock(int left) -> "Sorry, only %d left.".formatted(left);
            case AddOutcome.NotForSale() -> "Sorry, this is not for sale at the moment.";
            case AddOutcome.TooMany(int limit) -> "You can buy at most %d of one thing at once.".formatted(limit);
            case AddOutcome.Full(int limit) -> "Your basket is full: it holds %d different things.".formatted(limit);
        };
    }
}
