package coop.roseash.service.market.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.nodes.Document;

import coop.roseash.contract.market.ProductField;

/// Reads the products of one page: the source's selectors first, then JSON-LD, microdata and meta tags.
public final class PageReader {
    /// What a page says once for all its variants must not give each of them the same code or price.
    private static final Set<ProductField> OF_ONE_VARIANT = Set.of(
            ProductField.CODE,
            ProductField.GTIN,
            ProductField.PRICE,
            ProductField.SIZE,
            ProductField.AVAILABILITY,
            ProductField.QUANTITY);

    private PageReader() {}

    public static List<Fields> read(Document page, Map<ProductField, String> selectors) {
        Fields selected = SelectorExtractor.read(page, selectors);
        List<Fields> linked = JsonLdExtractor.read(page);
        List<Fields> marked = MicrodataExtractor.read(page);
        Fields meta = MetaExtractor.read(page);
        List<Fields> structured = linked.isEmpty() ? marked : linked;
        if (structured.size() > 1) {
            return structured.stream().map(each -> merged(selected, each, meta, OF_ONE_VARIANT)).toList();
        }
        Fields only = new Fields();
        only.addAll(selected, Set.of());
        for (List<Fields> each : List.of(linked, marked)) {
            each.stream().limit(1).forEach(fields -> only.addAll(fields, Set.of()));
        }
        only.addAll(meta, Set.of());
        List<Fields> found = new ArrayList<>();
        if (!only.isEmpty()) {
            found.add(only);
        }
        return found;
    }

    /// @throws IllegalArgumentException when a selector cannot be read
    public static void checkSelectors(Map<ProductField, String> selectors) {
        selectors.values().forEach(SelectorExtractor::check);
    }

    private static Fields merged(Fields selected, Fields structured, Fields meta, Set<ProductField> own) {
        Fields all = new Fields();
        all.addAll(selected, own);
        all.addAll(structured, Set.of());
        all.addAll(meta, own);
        return all;
    }
}
