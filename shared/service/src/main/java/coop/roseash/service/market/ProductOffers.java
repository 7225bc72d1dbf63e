package coop.roseash.service.market;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.money.Money;
import coop.roseash.contract.trade.Offer;
import coop.roseash.contract.trade.Offers;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.contract.trade.VatClass;

import static coop.roseash.service.market.ProductRows.number;
import static coop.roseash.service.market.ProductRows.text;

/// Tells the cart what products cost now.
@ApplicationScoped
class ProductOffers implements Offers {
    private static final String OFFERS = """
            SELECT v.id, p.name, p.slug, v.size, v.price_minor, v.currency, v.vat_class, p.picture_hash, pic.width,
                   pic.height
            FROM product_variants v
            JOIN products p ON p.id = v.product_id
            LEFT JOIN product_pictures pic ON pic.hash = p.picture_hash
            WHERE v.id IN (:ids) AND p.archived_at IS NULL
            """;

    private final ProductRows rows;
    private final Addresses addresses;

    ProductOffers(ProductRows rows, Addresses addresses) {
        this.rows = rows;
        this.addresses = addresses;
    }

    @Override
    public Sellable.Kind kind() {
        return Sellable.Kind.PRODUCT;
    }

    @Override
    @Transactional
    public Map<Long, Offer> byIds(Collection<Long> ids) {
        Map<Long, Offer> offers = new HashMap<>();
        if (ids.isEmpty()) {
            return offers;
        }
        rows.tuples(OFFERS, Map.of("ids", ids)).forEach(row -> {
            long id = number(row, "id");
            offers.put(
                    id,
                    new Offer(Sellable.product(id), text(row, "name"), text(row, "size"),
                            Money.of(number(row, "price_minor"), text(row, "currency")),
                            VatClass.valueOf(text(row, "vat_class")),
                            addresses.page(AppName.MARKET, "/products/" + text(row, "slug")),
                            rows.picture(row).small()));
        });
        return offers;
    }
}
