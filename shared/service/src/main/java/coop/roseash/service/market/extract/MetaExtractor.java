package coop.roseash.service.market.extract;

import java.util.Map;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import coop.roseash.contract.market.ProductField;

/// Reads OpenGraph's product meta tags (ogp.me, Facebook's `product:` names).
final class MetaExtractor {
    private static final Map<String, ProductField> NAMES = Map.of(
            "og:title",
            ProductField.NAME,
            "og:description",
            ProductField.DESCRIPTION,
            "og:image",
            ProductField.IMAGE,
            "product:price:amount",
            ProductField.PRICE,
            "product:price:currency",
            ProductField.CURRENCY,
            "product:brand",
            ProductField.BRAND,
            "product:availability",
            ProductField.AVAILABILITY,
            "product:retailer_item_id",
            ProductField.CODE,
            "product:category",
            ProductField.CATEGORY);

    private MetaExtractor() {}

    static Fields read(Document page) {
        Fields fields = new Fields();
        for (Element meta : page.select("meta[property][content]")) {
            ProductField field = NAMES.get(meta.attr("property"));
            if (field != null) {
                fields.add(field, meta.attr("content"), "meta " + meta.attr("property"));
            }
        }
        return fields;
    }
}
