package coop.roseash.cart;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.money.Money;
import coop.roseash.contract.trade.Offer;
import coop.roseash.contract.trade.Offers;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.contract.trade.VatClass;

/// Products for the tests, with ids no market has.
@ApplicationScoped
public class ShopWindow implements Offers {
    public static final Sellable LOAF = Sellable.product(990_001);
    public static final Sellable MUG = Sellable.product(990_002);
    public static final Sellable LEAFLET = Sellable.product(990_003);

    private final Map<Long, Offer> offers = Map.of(LOAF.id(), offer(LOAF, "Rye <loaf>", 320, VatClass.ZERO), MUG.id(),
            offer(MUG, "Mug", 1_150, VatClass.STANDARD), LEAFLET.id(), offer(LEAFLET, "Leaflet", 0, VatClass.ZERO));

    private static Offer offer(Sellable item, String name, long pence, VatClass vat) {
        return new Offer(item, name, "800 g", Money.of(pence, "GBP"), vat,
                URI.create("http://market.rose-ash.localhost:8080/products/" + item.id()), null);
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
