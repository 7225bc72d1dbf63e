package coop.roseash.contract.market;

import org.jspecify.annotations.Nullable;

/// Whether it can be bought now.
///
/// @param left null where it is not counted and never runs out
public record Availability(@Nullable Integer left) {
    private static final int FEW = 5;

    public boolean inStock() {
        return left == null || left > 0;
    }

    public boolean few() {
        return left != null && left > 0 && left <= FEW;
    }

    public String label() {
        if (!inStock()) {
            return "Sold out";
        }
        return few() ? "Only " + left + " left" : "In stock";
    }
}
