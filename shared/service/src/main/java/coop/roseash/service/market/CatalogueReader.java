package coop.roseash.service.market;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import coop.roseash.contract.market.Allergen;
import coop.roseash.contract.market.SourceRules.ShelfName;
import coop.roseash.contract.trade.VatClass;
import coop.roseash.service.market.extract.ShopItem;

import static coop.roseash.service.market.ProductRows.number;
import static coop.roseash.service.market.ProductRows.text;

/// Reads what the market has of one supplier, in the caller's transaction.
@ApplicationScoped
public class CatalogueReader {
    private static final String ITEMS = """
            SELECT v.id, v.product_id, p.archived_at IS NOT NULL AS archived, v.supplier_page,
                   coalesce(p.picture_hash, '') AS picture_hash, v.supplier_code, coalesce(v.gtin, '') AS gtin,
                   p.name, p.brand, v.size, v.unit, v.amount, v.price_minor, v.currency, v.vat_class,
                   coalesce(d.name, '') AS department, c.name AS shelf, p.description, p.ingredients, p.origin,
                   array_to_string(p.dietary, ',') AS dietary, array_to_string(p.allergens, ',') AS allergens
            FROM product_variants v
            JOIN products p ON p.id = v.product_id
            JOIN product_categories c ON c.id = p.category_id
            LEFT JOIN product_categories d ON d.id = c.parent_id
            """;

    private final ProductRows rows;

    CatalogueReader(ProductRows rows) {
        this.rows = rows;
    }

    public List<KnownItem> ofSupplier(long supplierId) {
        return items("WHERE v.supplier_id = :id ORDER BY v.id", supplierId);
    }

    /// @throws java.util.NoSuchElementException when there is no such variant
    public KnownItem ofVariant(long variantId) {
        return items("WHERE v.id = :id", variantId).getFirst();
    }

    private List<KnownItem> items(String condition, long id) {
        return rows.tuples(ITEMS + condition, Map.of("id", id)).stream().map(CatalogueReader::known).toList();
    }

    private static KnownItem known(Tuple row) {
        String picture = text(row, "picture_hash");
        return new KnownItem(number(row, "id"), number(row, "product_id"), row.get("archived", Boolean.class),
                text(row, "supplier_page"), picture.isEmpty() ? null : picture, item(row));
    }

    private static ShopItem item(Tuple row) {
        String gtin = text(row, "gtin");
        ShopItem.Price price = new ShopItem.Price(number(row, "price_minor"), text(row, "currency"),
                VatClass.valueOf(text(row, "vat_class")));
        ShopItem.Text text = new ShopItem.Text(text(row, "description"), text(row, "ingredients"),
                text(row, "origin"));
        String allergens = text(row, "allergens");
        return new ShopItem(text(row, "supplier_code"), gtin.isEmpty() ? null : gtin, text(row, "name"),
                text(row, "brand"), ProductRows.size(row), price,
                new ShelfName(text(row, "department"), text(row, "shelf")), text,
                ProductRows.diets(text(row, "dietary")),
                allergens.isEmpty()
                        ? List.of()
                        : Arrays.stream(allergens.split(",")).map(Allergen::valueOf).toList(),
                "", null);
    }
}
