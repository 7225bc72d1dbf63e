package coop.roseash.contract.trade;

import java.util.Collection;
import java.util.Map;

/// Current offers of one kind of sellable; the market answers for products, events for tickets.
///
/// One bean implements it per kind; the cart asks each for its own.
public interface Offers {
    Sellable.Kind kind();

    /// Only what may be bought now; an unknown, archived or closed id is absent.
    Map<Long, Offer> byIds(Collection<Long> ids);
}
