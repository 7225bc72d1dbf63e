package coop.roseash.market.shop;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import coop.roseash.contract.market.Diet;
import coop.roseash.contract.market.Products;
import coop.roseash.contract.market.Products.Query;
import coop.roseash.contract.market.Products.Results;
import coop.roseash.contract.paging.PageRequest;

/// A list of products with the choices that narrow it; every choice is a plain link.
///
/// @param path of the page that shows it
public record Listing(String path, Query query, Results results) {
    private static final int PAGE_SIZE = 24;

    /// One choice; choosing it again takes it back.
    public record Choice(String label, int count, boolean chosen, String address) {}

    /// @param base what is listed before anything is chosen
    /// @param diets slugs from the address; unknown ones are passed over
    static Listing of(Products products, String path, Query base, Selection selection) {
        Set<Diet> diets = selection.diets()
            .stream()
            .map(Diet::ofSlug)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
        Query query = new Query(base.text(), base.category(), base.supplier(), diets, selection.inStock(), false);
        return new Listing(path, query, products.search(query, new PageRequest(selection.page(), PAGE_SIZE)));
    }

    /// What the visitor chose, as the address says it.
    record Selection(List<String> diets, boolean inStock, int page) {}

    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        if (query.inStockOnly() || results.inStock() < results.total()) {
            choices.add(
                    new Choice("In stock", results.inStock(), query.inStockOnly(),
                            address(query.diets(), !query.inStockOnly())));
        }
        for (Products.DietCount each : results.diets()) {
            choices.add(
                    new Choice(each.diet().label(), each.count(), each.chosen(),
                            address(toggled(each.diet()), query.inStockOnly())));
        }
        return choices;
    }

    public boolean narrowed() {
        return query.inStockOnly() || !query.diets().isEmpty();
    }

    /// The list with nothing chosen.
    public String everything() {
        return address(Set.of(), false);
    }

    /// This list's own address, for the pager and for coming back.
    public String here() {
        return address(query.diets(), query.inStockOnly());
    }

    private Set<Diet> toggled(Diet diet) {
        Set<Diet> diets = new TreeSet<>(query.diets());
        if (!diets.remove(diet)) {
            diets.add(diet);
        }
        return diets;
    }

    private String address(Set<Diet> diets, boolean inStock) {
        List<String> parameters = new ArrayList<>();
        if (!query.text().isEmpty()) {
            parameters.add("q=" + URLEncoder.encode(query.text(), StandardCharsets.UTF_8));
        }
        new TreeSet<>(diets).forEach(diet -> parameters.add("diet=" + diet.slug()));
        if (inStock) {
            parameters.add("stock=yes");
        }
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }
}
