package coop.roseash.service.market.extract;

import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Reads schema.org products out of microdata (HTML Living Standard, section 5).
final class MicrodataExtractor {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private MicrodataExtractor() {}

    static List<Fields> read(Document page) {
        SchemaProduct schema = new SchemaProduct("microdata", Map.of());
        return page.select("[itemscope][itemtype]:not([itemprop])")
            .stream()
            .map(MicrodataExtractor::item)
            .filter(SchemaProduct::isProduct)
            .flatMap(product -> schema.read(product).stream())
            .toList();
    }

    /// The same shape that JSON-LD has, so that one reader understands both.
    private static ObjectNode item(Element scope) {
        ObjectNode item = NODES.objectNode();
        item.put("@type", scope.attr("itemtype").strip().split("\\s+")[0]);
        scope.children().forEach(child -> collect(child, item));
        return item;
    }

    private static void collect(Element element, ObjectNode item) {
        boolean scope = element.hasAttr("itemscope");
        if (element.hasAttr("itemprop")) {
            JsonNode value = scope ? item(element) : NODES.textNode(value(element));
            for (String name : element.attr("itemprop").strip().split("\\s+")) {
                item.withArray("/" + name.replace("~", "~0").replace("/", "~1")).add(value);
            }
        }
        if (!scope) {
            element.children().forEach(child -> collect(child, item));
        }
    }

    private static String value(Element element) {
        if (element.hasAttr("content")) {
            return element.attr("content");
        }
        return switch (element.normalName()) {
            case "a", "area", "link" -> element.absUrl("href");
            case "img", "audio", "embed", "iframe", "source", "track", "video" -> element.absUrl("src");
            case "object" -> element.absUrl("data");
            case "data", "meter" -> element.attr("value");
            case "time" -> element.hasAttr("datetime") ? element.attr("datetime") : element.text();
            default -> element.text();
        };
    }
}
