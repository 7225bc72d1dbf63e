package coop.roseash.contract.market;

import java.util.List;
import java.util.Optional;

/// The tree of shelves; owned by market.
public interface Categories {
    /// Departments in their order, each with its shelves; shelves without a product are left out.
    List<Department> departments();

    Optional<Category> bySlug(String slug);

    record Department(Category category, List<Shelf> shelves) {
        public Department {
            shelves = List.copyOf(shelves);
        }
    }

    /// @param picture of one of its products
    record Shelf(Category category, int products, Picture picture) {}
}
