package coop.roseash.dev.supplier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import coop.roseash.dev.supplier.Range.Aisle;
import coop.roseash.dev.supplier.Range.Item;

/// A product's page in the three ways that shops mark up theirs.
final class ProductMarkup {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProductMarkup() {}

    /// A graph, as shop systems write it, for a page whose own HTML tells machines nothing.
    static String jsonLd(Aisle aisle, Item item) {
        Map<String, Object> product = new LinkedHashMap<>();
        product.put("@type", "Product");
        product.put("@id", "#product");
        product.put("name", item.name());
        product.put("sku", item.code());
        product.put("brand", Map.of("@type", "Brand", "name", item.maker()));
        product.put("category", aisle.name());
        product.put("description", item.words().description());
        product.put("image", List.of("/pictures/" + item.code() + ".png"));
        product.put("size", item.size());
        product.put("countryOfOrigin", item.facts().from());
        product.put(
                "additionalProperty",
                List.of(
                        property("VAT", item.facts().vat()),
                        property("Suitable for", String.join(", ", item.facts().suits())),
                        property("Allergens", String.join(", ", item.facts().allergens())),
                        property("Ingredients", item.words().ingredients())));
        product.put("offers", offer(item));
        Map<String, Object> graph = new LinkedHashMap<>();
        graph.put("@context", "https://schema.org");
        graph.put("@graph", List.of(Map.of("@type", "WebPage", "mainEntity", Map.of("@id", "#product")), product));
        try {
            return "<script type=\"application/ld+json\">" + JSON.writeValueAsString(graph).replace("<", "\\u003c")
                    + "</script>";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String plain(Item item) {
        return """
                <div class="item"><img src="/pictures/%s.png" width="480" height="320" alt="">
                <div><h1>%s</h1><p>%s, %s</p><p class="cost">£%s</p><p>%s</p></div></div>""".formatted(
                item.code(),
                escaped(item.name()),
                escaped(item.maker()),
                escaped(item.size()),
                item.price(),
                escaped(item.words().description()));
    }

    static String microdata(Aisle aisle, Item item) {
        return """
                <div class="item" itemscope itemtype="https://schema.org/Product">
                <img itemprop="image" src="/pictures/%s.png" width="480" height="320" alt="">
                <div><h1 itemprop="name">%s</h1>
                <p><span itemprop="brand" itemscope itemtype="https://schema.org/Brand"><span itemprop="name">%s</span></span>,
                <span itemprop="size">%s</span>, ref. <span itemprop="sku">%s</span></p>
                <meta itemprop="category" content="%s">
                <div itemprop="offers" itemscope itemtype="https://schema.org/Offer">
                <meta itemprop="priceCurrency" content="GBP"><link itemprop="availability" href="https://schema.org/%s">
                <p class="cost">£<span itemprop="price">%s</span></p>%s</div>
                <p itemprop="description">%s</p>%s</div></div>"""
            .formatted(
                    item.code(),
                    escaped(item.name()),
                    escaped(item.maker()),
                    escaped(item.size()),
                    item.code(),
                    escaped(aisle.name()),
                    item.inStock() ? "InStock" : "OutOfStock",
                    item.price(),
                    stockLevel(item),
                    escaped(item.words().description()),
                    properties(item));
    }

    static String bare(Aisle aisle, Item item) {
        return """
                <div class="item item-sheet"><img class="photo" src="/pictures/%s.png" width="480" height="320" alt="">
                <div><p class="aisle">%s</p><h1>%s</h1><p class="maker">%s</p><p class="pack">%s</p>
                <p class="cost">£%s</p><p class="words">%s</p>%s
                <dl><dt>VAT</dt><dd class="vat">%s</dd><dt>From</dt><dd class="from">%s</dd></dl>
                <ul class="suits">%s</ul><p>Contains:</p><ul class="allergy">%s</ul>
                <p class="stock">%s</p><p class="ref">Ref. <b>%s</b></p></div></div>""".formatted(
                item.code(),
                escaped(aisle.name()),
                escaped(item.name()),
                escaped(item.maker()),
                escaped(item.size()),
                item.price(),
                escaped(item.words().description()),
                item.words().ingredients().isEmpty()
                        ? ""
                        : "<p>Made of: <span class=\"made-of\">" + escaped(item.words().ingredients()) + "</span></p>",
                item.facts().vat(),
                escaped(item.facts().from()),
                items(item.facts().suits()),
                items(item.facts().allergens()),
                item.inStock() ? "In stock: <b>" + item.stock() + "</b>" : "Sold out",
                item.code());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static Map<String, Object> offer(Item item) {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("@type", "Offer");
        offer.put("price", item.price());
        offer.put("priceCurrency", "GBP");
        offer.put("availability", "https://schema.org/" + (item.inStock() ? "InStock" : "OutOfStock"));
        offer.put("inventoryLevel", Map.of("@type", "QuantitativeValue", "value", Integer.valueOf(item.stock())));
        return offer;
    }

    private static Map<String, String> property(String name, String value) {
        return Map.of("@type", "PropertyValue", "name", name, "value", value);
    }

    private static String stockLevel(Item item) {
        return """
                <span itemprop="inventoryLevel" itemscope itemtype="https://schema.org/QuantitativeValue">
                <meta itemprop="value" content="%s"></span>""".formatted(item.stock());
    }

    private static String properties(Item item) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("VAT", item.facts().vat());
        values.put("Origin", item.facts().from());
        values.put("Suitable for", String.join(", ", item.facts().suits()));
        values.put("Contains", String.join(", ", item.facts().allergens()));
        values.put("Ingredients", item.words().ingredients());
        return values.entrySet()
            .stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(
                    entry -> """
                            <p itemprop="additionalProperty" itemscope itemtype="https://schema.org/PropertyValue">
                            <b itemprop="name">%s</b>: <span itemprop="value">%s</span></p>"""
                        .formatted(entry.getKey(), escaped(entry.getValue())))
            .collect(Collectors.joining("\n"));
    }

    private static String items(List<String> texts) {
        return texts.stream().map(text -> "<li>" + escaped(text) + "</li>").collect(Collectors.joining());
    }
}
