package coop.roseash.cart.checkout;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import coop.roseash.contract.cart.Basket;
import coop.roseash.contract.money.Money;

/// What the buyer types, and what was wrong with it.
///
/// @param errors field → message
/// @param notes what else the buyer must know before ordering
record CheckoutForm(String key, String name, String email, Map<String, String> errors, List<String> notes) {
    CheckoutForm {
        errors = Map.copyOf(errors);
        notes = List.copyOf(notes);
    }

    static CheckoutForm of(String name, String email) {
        return new CheckoutForm(UUID.randomUUID().toString(), name, email, Map.of(), List.of());
    }

    CheckoutForm with(Map<String, String> wrong) {
        return new CheckoutForm(key, name, email, wrong, notes);
    }

    CheckoutForm with(List<String> notices) {
        return new CheckoutForm(key, name, email, errors, notices);
    }

    /// The total as the form carries it, in minor units.
    static long carried(Basket basket) {
        return basket.total().minor();
    }

    static Money total(long minor, Basket basket) {
        return new Money(minor, basket.currency());
    }
}
