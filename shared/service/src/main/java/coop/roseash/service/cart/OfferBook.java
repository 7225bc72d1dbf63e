package coop.roseash.service.cart;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import coop.roseash.contract.trade.Offer;
import coop.roseash.contract.trade.Offers;
import coop.roseash.contract.trade.Sellable;

/// Today's offers of all kinds.
@ApplicationScoped
class OfferBook {
    private final Instance<Offers> kinds;

    OfferBook(@Any Instance<Offers> kinds) {
        this.kinds = kinds;
    }

    /// Only what may be bought now.
    Map<Sellable, Offer> of(Collection<Sellable> items) {
        Map<Sellable, Offer> found = new HashMap<>();
        for (Offers offers : kinds) {
            List<Long> ids = items.stream().filter(item -> item.kind() == offers.kind()).map(Sellable::id).toList();
            if (!ids.isEmpty()) {
                offers.byIds(ids).values().forEach(offer -> found.put(offer.sellable(), offer));
            }
        }
        return found;
    }
}
