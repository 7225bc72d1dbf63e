package coop.roseash.contract.market;

import java.util.List;

import coop.roseash.contract.money.Money;

/// A product in a list: its first variant stands for it.
///
/// @param id the variant's, as a basket and the stock know it
public record ProductSummary(long id, String slug, String sku, String name, String brand, Size size, Money price,
        List<Diet> diets, Picture picture, Availability availability, boolean archived) {
    public ProductSummary {
        diets = List.copyOf(diets);
    }

    public UnitPrice unitPrice() {
        return UnitPrice.of(price, size);
    }

    public boolean buyable() {
        return !archived && availability.inStock();
    }
}
