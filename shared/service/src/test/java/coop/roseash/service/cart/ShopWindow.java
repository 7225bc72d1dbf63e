package coop.roseash.service.cart;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.money.Money;
import coop.roseash.contract.trade.Offer;
import coop.roseash.contract.trade.Offers;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.contract.trade.VatClass;

/// Products for the tests, with ids far above those of the market's own tests.
@ApplicationScoped
class ShopWindow implements Offers {
    static final Sellable LOAF = Sellable.product(980_001);
    static final Sellable MUG = Sellable.product(980_002);
    static final Sellable LEAFLET = Sellable.product(980_003);
    static final Sellable SOLD_OUT = Sellable.product(980_004);

    private final Map<Long, Offer> offers = new ConcurrentHashMap<>();

    ShopWindow() {
        show(LOAF, "Rye loaf", 320, VatClass.ZERO);
        show(MUG, "Mug", 1_150, VatClass.STANDARD);
        show(LEAFLET, "Leaflet", 0, VatClass.STANDARD);
        show(SOLD_OUT, "Sold-out cake", 450, VatClass.ZERO);
    }

    void show(Sellable item, String name, long pence, VatClass vat) {
        offers.put(item.id(), new Offer(item, name, "", Money.of(pence, "GBP"), vat,
                URI.create("http://market.rose-ash.localhost:8080/products/" + item.id()), null));
    }

    void takeAway(Sellable item) {
        offers.remove(item.id());
    }

    @Override
    public Sellable.Kind kind() {
        return Sellable.Kind.PRODUCT;
    }

    @Override
    public Map<Long, Offer> byIds(Collection<Long> ids) {
        Map<Long, Offer> found = new HashMap<>(offers);
        found.keySet().retainAll(ids);
        return found;
    }
}
