package coop.roseash.service.market;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.market.Availability;
import coop.roseash.contract.market.Diet;
import coop.roseash.contract.market.Picture;
import coop.roseash.contract.market.ProductSummary;
import coop.roseash.contract.market.Size;
import coop.roseash.contract.money.Money;
import coop.roseash.contract.stock.Stock;
import coop.roseash.contract.stock.Stock.Level;
import coop.roseash.contract.trade.Sellable;

/// Reads products in short, and the values that every reading of a product shares.
@ApplicationScoped
class ProductRows {
    private static final String SUMMARY = """
            SELECT v.id, p.slug, v.sku, p.name, p.brand, v.size, v.unit, v.amount, v.price_minor, v.currency,
                   array_to_string(p.dietary, ',') AS dietary, p.picture_hash, pic.width, pic.height,
                   p.archived_at IS NOT NULL AS archived
            FROM product_variants v
            JOIN products p ON p.id = v.product_id
            LEFT JOIN product_pictures pic ON pic.hash = p.picture_hash
            """;

    private final EntityManager entities;
    private final Stock stock;
    private final Addresses addresses;

    ProductRows(EntityManager entities, Stock stock, Addresses addresses) {
        this.entities = entities;
        this.stock = stock;
        this.addresses = addresses;
    }

    /// In the order of the ids; unknown ids are left out.
    List<ProductSummary> byVariants(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return summaries(SUMMARY + "WHERE v.id IN (:ids)", Map.of("ids", ids)).stream()
            .sorted(Comparator.comparingInt(summary -> ids.indexOf(summary.id())))
            .toList();
    }

    /// @param condition SQL after `WHERE`, over the aliases v (variant) and p (product)
    List<ProductSummary> where(String condition, Map<String, ?> parameters) {
        return summaries(SUMMARY + "WHERE " + condition, parameters);
    }

    private List<ProductSummary> summaries(String sql, Map<String, ?> parameters) {
        List<Tuple> rows = tuples(sql, parameters);
        Map<Long, Availability> left = availability(rows.stream().map(row -> number(row, "id")).toList());
        return rows.stream().map(row -> summary(row, left)).toList();
    }

    private ProductSummary summary(Tuple row, Map<Long, Availability> left) {
        long id = number(row, "id");
        return new ProductSummary(id, text(row, "slug"), text(row, "sku"), text(row, "name"), text(row, "brand"),
                size(row), Money.of(number(row, "price_minor"), text(row, "currency")), diets(text(row, "dietary")),
                picture(row), left.getOrDefault(id, new Availability(null)), row.get("archived", Boolean.class));
    }

    /// How many of each variant can be bought; one question to the stock.
    Map<Long, Availability> availability(Collection<Long> variantIds) {
        Map<Sellable, Level> levels = stock.levels(variantIds.stream().map(Sellable::product).toList());
        Map<Long, Availability> left = new HashMap<>();
        levels.forEach((item, level) -> left.put(item.id(), new Availability(level.available())));
        return left;
    }

    @SuppressWarnings("unchecked")
    List<Tuple> tuples(String sql, Map<String, ?> parameters) {
        var query = entities.createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    /// Reads the columns slug, picture_hash, width and height.
    Picture picture(Tuple row) {
        @Nullable
        String hash = row.get("picture_hash", String.class);
        String origin = addresses.origin(AppName.MARKET);
        return hash == null
                ? Picture.pattern(origin, text(row, "slug"))
                : new Picture(origin + "/pictures/" + hash, (int) number(row, "width"), (int) number(row, "height"));
    }

    static Size size(Tuple row) {
        return new Size(text(row, "size"), Size.Unit.valueOf(text(row, "unit")), (int) number(row, "amount"));
    }

    static List<Diet> diets(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.stream(joined.split(",")).map(Diet::valueOf).toList();
    }

    static String text(Tuple row, String column) {
        return String.valueOf(row.get(column)).strip();
    }

    static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
