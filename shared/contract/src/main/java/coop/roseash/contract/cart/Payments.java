package coop.roseash.contract.cart;

/// What the payment provider and the shopkeepers may ask of payments under way.
public interface Payments {
    /// The provider says something changed. Nothing is believed: the payment is only looked at sooner.
    ///
    /// @return whether we know this checkout; an unknown one is remembered for a few minutes
    boolean notified(String checkoutId);

    /// Asks the provider about all attempts of this order now.
    void lookAt(String orderNumber);
}
