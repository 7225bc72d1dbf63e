package coop.roseash.service.market;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import coop.roseash.contract.market.Categories;
import coop.roseash.contract.market.Category;

import static coop.roseash.service.market.ProductRows.number;
import static coop.roseash.service.market.ProductRows.text;

/// Reads the tree of shelves.
@ApplicationScoped
class CategoryReader implements Categories {
    /// The picture is that of the shelf's first product that has one.
    private static final String SHELVES = """
            SELECT d.id AS department_id, d.slug AS department_slug, d.name AS department_name,
                   c.id, c.parent_id, c.slug, c.name, n.products, face.hash AS picture_hash, face.width, face.height
            FROM product_categories d
            JOIN product_categories c ON c.parent_id = d.id
            JOIN LATERAL (SELECT count(*) AS products FROM products p
                          WHERE p.category_id = c.id AND p.archived_at IS NULL) n ON n.products > 0
            LEFT JOIN LATERAL (SELECT pic.hash, pic.width, pic.height
                               FROM products p JOIN product_pictures pic ON pic.hash = p.picture_hash
                               WHERE p.category_id = c.id AND p.archived_at IS NULL ORDER BY p.id LIMIT 1) face ON TRUE
            WHERE d.parent_id IS NULL
            ORDER BY d.position, d.id, c.position, c.id
            """;

    private final ProductRows rows;

    CategoryReader(ProductRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional
    public List<Department> departments() {
        Map<Category, List<Shelf>> departments = new LinkedHashMap<>();
        for (Tuple row : rows.tuples(SHELVES, Map.of())) {
            Category department = new Category(number(row, "department_id"), null, text(row, "department_slug"),
                    text(row, "department_name"));
            departments.computeIfAbsent(department, none -> new ArrayList<>())
                .add(new Shelf(category(row), (int) number(row, "products"), rows.picture(row)));
        }
        return departments.entrySet().stream().map(entry -> new Department(entry.getKey(), entry.getValue())).toList();
    }

    @Override
    @Transactional
    public Optional<Category> bySlug(String slug) {
        return rows.tuples("SELECT id, parent_id, slug, name FROM product_categories WHERE slug = :slug",
                Map.of("slug", slug))
            .stream()
            .findFirst()
            .map(CategoryReader::category);
    }

    private static Category category(Tuple row) {
        Number parent = row.get("parent_id", Number.class);
        return new Category(number(row, "id"), parent == null ? null : parent.longValue(), text(row, "slug"),
                text(row, "name"));
    }
}
