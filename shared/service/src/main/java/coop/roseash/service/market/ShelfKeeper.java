package coop.roseash.service.market;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.market.SourceRules.ShelfName;
import coop.roseash.model.market.ProductCategory;

/// Keeps the tree of shelves; a new shelf stands last in its department.
@ApplicationScoped
class ShelfKeeper implements PanacheRepository<ProductCategory> {
    /// @return the shelf's id
    long keep(ShelfName name) {
        Long department = name.department().isEmpty() ? null : keep(name.department(), null);
        return keep(name.shelf(), department);
    }

    private long keep(String name, @Nullable Long parent) {
        String slug = Words.slug(name);
        ProductCategory known = find("slug", slug).firstResult();
        if (known != null) {
            return known.id;
        }
        ProductCategory category = new ProductCategory();
        category.parentId = parent;
        category.slug = slug;
        category.name = name;
        category.position = (int) count();
        persist(category);
        return category.id;
    }
}
