package coop.roseash.contract.cart;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.money.Money;
import coop.roseash.contract.stock.Stock;

/// From a basket to a paid order.
///
/// Whoever knows an order's secret may see it, pay it and give it up: the secret is its buyer's link.
public interface Checkouts {
    /// Makes an order of the visitor's basket and holds its stock; a free order is settled at once.
    PlaceOutcome place(Visitor visitor, Placement placement);

    /// Finds or opens a payment page for the order. Calls the payment provider: never inside a transaction.
    PayOutcome pay(String secret);

    /// Gives up an unpaid order: no page can be paid any more, and its lines are back in the basket. Calls the provider.
    CancelOutcome cancel(String secret);

    Optional<OrderDetails> bySecret(String secret);

    /// A member's own order by its number.
    Optional<OrderDetails> ofMember(long memberId, String number);

    /// As [#bySecret], after asking the provider about a payment that is under way; for the page a buyer returns to.
    Optional<OrderDetails> refreshed(String secret);

    /// The order the visitor has not paid yet; there is at most one.
    Optional<OrderDetails> waiting(Visitor visitor);

    /// @param key random per form shown: the same key again answers the same order
    /// @param total what the buyer saw, so that nobody pays a price that changed meanwhile
    record Placement(String key, String email, String name, Money total) {}

    sealed interface PlaceOutcome {
        record Placed(OrderDetails details) implements PlaceOutcome {}

        /// An earlier order waits to be paid or given up first.
        record AlreadyWaiting(OrderDetails details) implements PlaceOutcome {}

        /// The key was used for an order with other details.
        record KeyReused(OrderDetails details) implements PlaceOutcome {}

        record BasketEmpty() implements PlaceOutcome {}

        /// Prices changed, or something may no longer be bought.
        record BasketChanged(Basket basket) implements PlaceOutcome {}

        record Short(List<Stock.Shortage> shortages) implements PlaceOutcome {
            public Short {
                shortages = List.copyOf(shortages);
            }
        }

        /// @param errors field → message
        record Invalid(Map<String, String> errors) implements PlaceOutcome {
            public Invalid {
                errors = Map.copyOf(errors);
            }
        }
    }

    sealed interface PayOutcome {
        record Continue(URI paymentPage) implements PayOutcome {}

        record NothingToPay(OrderDetails details) implements PayOutcome {}

        /// The provider did not answer, or not in a way we trust; trying again is safe.
        record Unavailable() implements PayOutcome {}

        record NoSuchOrder() implements PayOutcome {}
    }

    sealed interface CancelOutcome {
        record Cancelled() implements CancelOutcome {}

        /// It was paid meanwhile, or was over already.
        record TooLate(OrderDetails details) implements CancelOutcome {}

        record Unavailable() implements CancelOutcome {}

        record NoSuchOrder() implements CancelOutcome {}
    }
}
