package coop.roseash.service.market.extract;

import java.util.List;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.market.Allergen;
import coop.roseash.contract.market.Diet;
import coop.roseash.contract.market.Size;
import coop.roseash.contract.market.SourceRules.ShelfName;
import coop.roseash.contract.trade.VatClass;

/// One product of a supplier's shop in our own terms, checked; kept as JSON with the run.
///
/// @param stock null where the shop does not say
/// @param image absolute, empty for none
public record ShopItem(String code, @Nullable String gtin, String name, String brand, Size size, Price price,
        ShelfName shelf, Text text, List<Diet> diets, List<Allergen> allergens, String image, @Nullable Integer stock) {
    public record Price(long minor, String currency, VatClass vat) {}

    public record Text(String description, String ingredients, String origin) {}

    public ShopItem {
        diets = List.copyOf(diets);
        allergens = List.copyOf(allergens);
    }
}
