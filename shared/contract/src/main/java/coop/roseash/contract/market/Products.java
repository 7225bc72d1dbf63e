package coop.roseash.contract.market;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// What the market sells; owned by market.
public interface Products {
    /// Archived products are found too, so that old links tell what became of them.
    Optional<Product> bySlug(String slug);

    /// @param variantId as a basket knows it
    Optional<Product> byVariant(long variantId);

    /// A product in short by its variant's id, its SKU or its slug.
    Optional<ProductSummary> summary(String idOrSkuOrSlug);

    Results search(Query query, PageRequest request);

    /// New products that are in stock, some of every shelf.
    List<ProductSummary> newest(int limit);

    /// Every product page, for the sitemap, at most 50,000 (sitemaps.org).
    List<Address> addresses();

    record Address(String slug, Instant changedAt) {}

    /// @param text empty for all; typing errors are forgiven when nothing matches exactly
    /// @param category a slug; its shelves are searched too
    /// @param supplier a slug
    /// @param archived true also finds what is no longer sold, for the shopkeeper
    record Query(String text, @Nullable String category, @Nullable String supplier, Set<Diet> diets,
            boolean inStockOnly, boolean archived) {
        public static final Query ALL = new Query("", null, null, Set.of(), false, false);

        public Query {
            diets = Set.copyOf(diets);
        }
    }

    /// @param total matches of the query
    /// @param inStock how many of them can be bought now
    /// @param guessed true when the text matched by likeness only
    record Results(Page<ProductSummary> page, int total, int inStock, List<DietCount> diets, boolean guessed) {
        public Results {
            diets = List.copyOf(diets);
        }
    }

    /// @param count matches that would be left if this were chosen too
    record DietCount(Diet diet, int count, boolean chosen) {}
}
