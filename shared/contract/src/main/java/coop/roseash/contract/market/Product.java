package coop.roseash.contract.market;

import java.util.List;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.money.Money;
import coop.roseash.contract.trade.VatClass;

/// All that a product's page tells.
public record Product(long id, String slug, String name, String brand, Text text, List<Diet> diets,
        List<Allergen> allergens, Category category, Supplier supplier, Picture picture, List<Variant> variants,
        boolean archived) {
    /// Plain text as the supplier wrote it; each may be empty.
    public record Text(String description, String ingredients, String origin) {}

    /// @param id as a basket and the stock know it
    public record Variant(long id, String sku, String supplierCode, @Nullable String gtin, Size size, Money price,
            VatClass vat, Availability availability) {
        public UnitPrice unitPrice() {
            return UnitPrice.of(price, size);
        }
    }

    public Product {
        diets = List.copyOf(diets);
        allergens = List.copyOf(allergens);
        variants = List.copyOf(variants);
    }

    /// The variant that stands for the product in lists.
    public Variant first() {
        return variants.getFirst();
    }
}
