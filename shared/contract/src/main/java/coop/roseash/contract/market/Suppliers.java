package coop.roseash.contract.market;

import java.util.Optional;

/// The market's suppliers; owned by market.
public interface Suppliers {
    Optional<Supplier> bySlug(String slug);

    /// Finds the supplier by its slug, or adds it.
    Supplier keep(String slug, String name, String website, String about);
}
