package coop.roseash.contract.market;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import coop.roseash.contract.trade.VatClass;

/// How one supplier's shop is read; a change of it is a new version.
///
/// @param base only addresses under it are fetched
/// @param seeds paths or addresses that are read first; product links on them are followed
/// @param sitemap whether `/sitemap.xml` and the sitemaps of robots.txt are read for addresses too
/// @param follow regular expressions on the path of list pages whose links are followed too
/// @param products regular expressions on the path: a page that matches one is a product's
/// @param deny regular expressions on the path of what is never fetched
/// @param selectors CSS selectors by field, `selector@attribute` for an attribute; they win over what is found in
/// JSON-LD, microdata and meta
/// @param gap least pause between two requests
/// @param vat the supplier's words for VAT, for example `0%`; an unknown word is a problem in the report
/// @param categories the supplier's category path, in lower case, to our shelf
/// @param currency ISO 4217 code where a page names none
/// @param initialStock how many of a new product are put on the shelf where the page says nothing
public record SourceRules(URI base, List<String> seeds, boolean sitemap, List<String> follow, List<String> products,
        List<String> deny,
        Map<ProductField, String> selectors, Duration gap, Budget budget, Map<String, VatClass> vat,
        Map<String, ShelfName> categories, String currency, int initialStock) {
    /// Where a run ends though not all was seen; it then fails, since what was not seen must not look gone.
    public record Budget(int pages, Duration time) {}

    /// A shelf and its department by name; both are added when they are new.
    public record ShelfName(String department, String shelf) {}

    public SourceRules {
        seeds = List.copyOf(seeds);
        follow = List.copyOf(follow);
        products = List.copyOf(products);
        deny = List.copyOf(deny);
        selectors = Map.copyOf(selectors);
        vat = Map.copyOf(vat);
        categories = Map.copyOf(categories);
    }

    /// The same rules for a shop at another address.
    public SourceRules at(URI otherBase) {
        return new SourceRules(otherBase, seeds, sitemap, follow, products, deny, selectors, gap, budget, vat,
                categories, currency, initialStock);
    }
}
