package coop.roseash.contract.cart;

import java.util.Currency;
import java.util.List;

import coop.roseash.contract.money.Money;
import coop.roseash.contract.trade.Offer;

/// What one visitor means to buy, at today's prices.
public record Basket(List<Line> lines, Currency currency) {
    public record Line(Offer offer, int quantity) {
        public Money total() {
            return offer.price().times(quantity);
        }
    }

    public Basket {
        lines = List.copyOf(lines);
    }

    public Money total() {
        return lines.stream().map(Line::total).reduce(Money.zero(currency), Money::plus);
    }

    public int count() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }
}
