package coop.roseash.service.market.extract;

import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector.SelectorParseException;

import coop.roseash.contract.market.ProductField;

/// Reads what the source's own CSS selectors point at.
final class SelectorExtractor {
    private SelectorExtractor() {}

    static Fields read(Document page, Map<ProductField, String> selectors) {
        Fields fields = new Fields();
        selectors.forEach((field, selector) -> fields.add(field, value(page, selector), "selector " + selector));
        return fields;
    }

    /// @throws IllegalArgumentException when the selector cannot be read, with what is wrong about it
    static void check(String selector) {
        try {
            Document.createShell("").select(selector.split("@", 2)[0]);
        } catch (SelectorParseException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException("'" + selector + "' is not a CSS selector", wrong);
        }
    }

    /// Several matches are one list, as in tags; an attribute is read of the first only.
    private static String value(Document page, String selector) {
        String[] parts = selector.split("@", 2);
        Elements matches = page.select(parts[0]);
        if (parts.length == 2) {
            Element first = matches.first();
            return first == null
                    ? ""
                    : first.hasAttr("abs:" + parts[1]) && isAddress(parts[1])
                            ? first.absUrl(parts[1])
                            : first.attr(parts[1]);
        }
        return matches.stream().map(Element::text).filter(text -> !text.isBlank()).collect(Collectors.joining(", "));
    }

    private static boolean isAddress(String attribute) {
        return attribute.equals("src") || attribute.equals("href");
    }
}
