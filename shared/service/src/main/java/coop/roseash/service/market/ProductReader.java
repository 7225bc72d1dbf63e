package coop.roseash.service.market;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import coop.roseash.contract.market.Allergen;
import coop.roseash.contract.market.Availability;
import coop.roseash.contract.market.Category;
import coop.roseash.contract.market.Product;
import coop.roseash.contract.market.Product.Variant;
import coop.roseash.contract.market.ProductSummary;
import coop.roseash.contract.market.Products;
import coop.roseash.contract.market.Supplier;
import coop.roseash.contract.money.Money;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.trade.VatClass;

import static coop.roseash.service.market.ProductRows.number;
import static coop.roseash.service.market.ProductRows.text;

/// Answers what the market sells.
@ApplicationScoped
class ProductReader implements Products {
    private static final int MOST_ADDRESSES = 50_000;
    private static final String PRODUCT = """
            SELECT p.id, p.slug, p.name, p.brand, p.description, p.ingredients, p.origin,
                   array_to_string(p.dietary, ',') AS dietary, array_to_string(p.allergens, ',') AS allergens,
                   p.picture_hash, pic.width, pic.height, p.archived_at IS NOT NULL AS archived,
                   c.id AS category_id, c.parent_id, c.slug AS category_slug, c.name AS category_name,
                   s.id AS supplier_id, s.slug AS supplier_slug, s.name AS supplier_name, s.website, s.about
            FROM products p
            JOIN product_categories c ON c.id = p.category_id
            JOIN suppliers s ON s.id = p.supplier_id
            LEFT JOIN product_pictures pic ON pic.hash = p.picture_hash
            """;
    /// A delivery fills one shelf after the other, so the newest of each shelf come first.
    private static final String NEWEST = """
            p.archived_at IS NULL
            ORDER BY row_number() OVER (PARTITION BY p.category_id ORDER BY p.id DESC), p.id DESC, v.position, v.id
            LIMIT\s""";
    private static final String VARIANTS = """
            SELECT id, sku, supplier_code, coalesce(gtin, '') AS gtin, size, unit, amount, price_minor, currency, vat_class
            FROM product_variants WHERE product_id = :product ORDER BY position, id
            """;

    private final ProductRows rows;
    private final ProductSearch search;

    ProductReader(ProductRows rows, ProductSearch search) {
        this.rows = rows;
        this.search = search;
    }

    @Override
    @Transactional
    public Optional<Product> bySlug(String slug) {
        return one("WHERE p.slug = :slug", Map.of("slug", slug));
    }

    @Override
    @Transactional
    public Optional<Product> byVariant(long variantId) {
        return one(
                "WHERE p.id = (SELECT product_id FROM product_variants WHERE id = :variant)",
                Map.of("variant", variantId));
    }

    @Override
    @Transactional
    public Optional<ProductSummary> summary(String idOrSkuOrSlug) {
        if (idOrSkuOrSlug.matches("\\d{1,18}")) {
            return rows.byVariants(List.of(Long.valueOf(idOrSkuOrSlug))).stream().findFirst();
        }
        return rows.where(
                "v.sku = :key OR p.slug = :key ORDER BY (v.sku = :key) DESC, v.position, v.id LIMIT 1",
                Map.of("key", idOrSkuOrSlug))
            .stream()
            .findFirst();
    }

    @Override
    @Transactional
    public Results search(Query query, PageRequest request) {
        return search.search(query, request);
    }

    @Override
    @Transactional
    public List<ProductSummary> newest(int limit) {
        // Twice as many as wanted, so that the sold-out ones can be passed over.
        return rows.where(NEWEST + 2 * Math.clamp(limit, 1, 100), Map.of())
            .stream()
            .filter(ProductSummary::buyable)
            .limit(limit)
            .toList();
    }

    @Override
    @Transactional
    public List<Address> addresses() {
        String sql = "SELECT slug, updated_at FROM products WHERE archived_at IS NULL ORDER BY id LIMIT "
                + MOST_ADDRESSES;
        return rows.tuples(sql, Map.of())
            .stream()
            .map(row -> new Address(text(row, "slug"), row.get("updated_at", Instant.class)))
            .toList();
    }

    private Optional<Product> one(String condition, Map<String, ?> parameters) {
        return rows.tuples(PRODUCT + condition, parameters).stream().findFirst().map(this::product);
    }

    private Product product(Tuple row) {
        long id = number(row, "id");
        Number parent = row.get("parent_id", Number.class);
        Category category = new Category(number(row, "category_id"), parent == null ? null : parent.longValue(),
                text(row, "category_slug"), text(row, "category_name"));
        Supplier supplier = new Supplier(number(row, "supplier_id"), text(row, "supplier_slug"),
                text(row, "supplier_name"), text(row, "website"), text(row, "about"));
        Product.Text text = new Product.Text(text(row, "description"), text(row, "ingredients"), text(row, "origin"));
        return new Product(id, text(row, "slug"), text(row, "name"), text(row, "brand"), text,
                ProductRows.diets(text(row, "dietary")), allergens(text(row, "allergens")), category, supplier,
                rows.picture(row), variants(id), row.get("archived", Boolean.class));
    }

    private List<Variant> variants(long product) {
        List<Tuple> found = rows.tuples(VARIANTS, Map.of("product", product));
        Map<Long, Availability> left = rows.availability(found.stream().map(row -> number(row, "id")).toList());
        return found.stream().map(row -> {
            long id = number(row, "id");
            String gtin = text(row, "gtin");
            return new Variant(id, text(row, "sku"), text(row, "supplier_code"), gtin.isEmpty() ? null : gtin,
                    ProductRows.size(row), Money.of(number(row, "price_minor"), text(row, "currency")),
                    VatClass.valueOf(text(row, "vat_class")), left.getOrDefault(id, new Availability(null)));
        }).toList();
    }

    private static List<Allergen> allergens(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.stream(joined.split(",")).map(Allergen::valueOf).toList();
    }
}
