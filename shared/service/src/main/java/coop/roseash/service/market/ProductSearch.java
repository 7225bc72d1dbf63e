package coop.roseash.service.market;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.market.Availability;
import coop.roseash.contract.market.Diet;
import coop.roseash.contract.market.ProductSummary;
import coop.roseash.contract.market.Products.DietCount;
import coop.roseash.contract.market.Products.Query;
import coop.roseash.contract.market.Products.Results;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Finds products by words, shelf, supplier and diet, and counts what each further choice would leave.
///
/// The stock belongs to another domain, so matches are filtered and counted here, not joined; the limit keeps that
/// small.
@ApplicationScoped
class ProductSearch {
    private static final int MOST_MATCHES = 2000;
    private static final int MOST_WORDS = 8;
    private static final double ALIKE = 0.4;
    private static final String FIRST_VARIANTS = """
            SELECT v.id, array_to_string(p.dietary, ',') AS dietary
            FROM products p
            JOIN LATERAL (SELECT id FROM product_variants WHERE product_id = p.id ORDER BY position, id LIMIT 1) v ON TRUE
            WHERE (:archived OR p.archived_at IS NULL)
            """;
    private static final String ON_SHELF = """
            AND p.category_id IN (
                WITH RECURSIVE shelf AS (
                    SELECT id FROM product_categories WHERE slug = :category
                    UNION ALL
                    SELECT c.id FROM product_categories c JOIN shelf s ON c.parent_id = s.id)
                SELECT id FROM shelf)
            """;

    private final ProductRows rows;

    ProductSearch(ProductRows rows) {
        this.rows = rows;
    }

    private record Match(long id, Set<Diet> diets) {}

    Results search(Query query, PageRequest request) {
        String folded = Words.fold(query.text());
        List<Match> matches = folded.isEmpty() ? unworded(query) : exact(query, folded);
        boolean guessed = matches.isEmpty() && !folded.isEmpty();
        if (guessed) {
            matches = alike(query, folded);
        }
        Map<Long, Availability> left = rows.availability(matches.stream().map(Match::id).toList());
        List<Match> inStock = matches.stream().filter(match -> inStock(left, match)).toList();
        List<Match> eligible = query.inStockOnly() ? inStock : matches;
        List<Match> chosen = eligible.stream().filter(match -> match.diets().containsAll(query.diets())).toList();
        Page<ProductSummary> page = page(chosen, left, request);
        int buyable = (int) inStock.stream().filter(match -> match.diets().containsAll(query.diets())).count();
        return new Results(page, chosen.size(), buyable, counts(chosen, query.diets()), guessed && !matches.isEmpty());
    }

    /// All where no words were given; nothing where they were signs only.
    private List<Match> unworded(Query query) {
        return query.text().isBlank() ? matches(query, "", Map.of(), "p.folded_name") : List.of();
    }

    private List<Match> exact(Query query, String folded) {
        String words = Arrays.stream(folded.split(" "))
            .limit(MOST_WORDS)
            .map(word -> word + ":*")
            .collect(Collectors.joining(" & "));
        return matches(
                query,
                "AND p.search @@ to_tsquery('english', :words)",
                Map.of("words", words),
                "ts_rank(p.search, to_tsquery('english', :words)) DESC, p.folded_name");
    }

    private List<Match> alike(Query query, String folded) {
        return matches(
                query,
                "AND word_similarity(:text, p.folded_name) >= " + ALIKE,
                Map.of("text", folded),
                "word_similarity(:text, p.folded_name) DESC, p.folded_name");
    }

    private List<Match> matches(Query query, String condition, Map<String, String> more, String order) {
        StringBuilder sql = new StringBuilder(FIRST_VARIANTS).append(condition).append('\n');
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("archived", query.archived());
        if (query.category() != null) {
            sql.append(ON_SHELF);
            parameters.put("category", query.category());
        }
        if (query.supplier() != null) {
            sql.append("AND p.supplier_id = (SELECT id FROM suppliers WHERE slug = :supplier)\n");
            parameters.put("supplier", query.supplier());
        }
        sql.append("ORDER BY ").append(order).append(", v.id LIMIT ").append(MOST_MATCHES);
        return rows.tuples(sql.toString(), parameters)
            .stream()
            .map(row -> new Match(ProductRows.number(row, "id"), diets(ProductRows.text(row, "dietary"))))
            .toList();
    }

    /// What can be bought stands before what is sold out.
    private Page<ProductSummary> page(List<Match> chosen, Map<Long, Availability> left, PageRequest request) {
        List<Long> ids = chosen.stream()
            .sorted(Comparator.comparing(match -> !inStock(left, match)))
            .map(Match::id)
            .skip(request.offset())
            .limit(request.size() + 1L)
            .toList();
        return Page.of(rows.byVariants(ids), request);
    }

    private static List<DietCount> counts(List<Match> matches, Set<Diet> chosen) {
        return Arrays.stream(Diet.values())
            .map(
                    diet -> new DietCount(
                            diet,
                            (int) matches.stream().filter(match -> match.diets().contains(diet)).count(),
                            chosen.contains(diet)))
            .filter(count -> count.count() > 0 || count.chosen())
            .toList();
    }

    private static boolean inStock(Map<Long, Availability> left, Match match) {
        Availability availability = left.get(match.id());
        return availability == null || availability.inStock();
    }

    private static Set<Diet> diets(String joined) {
        EnumSet<Diet> diets = EnumSet.noneOf(Diet.class);
        diets.addAll(ProductRows.diets(joined));
        return diets;
    }
}
