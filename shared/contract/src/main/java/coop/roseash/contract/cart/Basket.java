package coop.roseash.contract.cart;

import java.util.Currency;
import java.util.List;

import coop.roseash.contract.money.Money;
import coop.roseash.contract.trade.Offer;

/// What one visitor means to buy, at today's prices.
///
/// @param unavailable how many lines are left out because they may no longer be bought
public record Basket(List<Line> lines, Currency currency, int unavailable) {
    public record Line(Offer offer, int quantity) {
        public Money total() {
            return offer.price().times(quantity);
        }
    }

    /// What happened to a basket without its visitor asking for it.
    public enum News {
        /// A guest's choice came into the member's basket.
        MERGED,
        /// The same, but not all of it was left in stock.
        MERGED_IN_PART,
        /// An order was not paid; its lines are back.
        RETURNED
    }

    public Basket {
        lines = List.copyOf(lines);
    }

    public static Basket empty(Currency currency) {
        return new Basket(List.of(), currency, 0);
    }

    public Money total() {
        return lines.stream().map(Line::total).reduce(Money.zero(currency), Money::plus);
    }

    public int count() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
