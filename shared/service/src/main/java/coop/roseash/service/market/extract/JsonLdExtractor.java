package coop.roseash.service.market.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// Reads schema.org products out of JSON-LD blocks, wherever in the graph they stand.
final class JsonLdExtractor {
    private static final int DEEPEST = 12;
    private static final ObjectMapper JSON = new ObjectMapper()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Map<String, JsonNode> byId = new HashMap<>();
    private final List<JsonNode> products = new ArrayList<>();

    private JsonLdExtractor() {}

    static List<Fields> read(Document page) {
        JsonLdExtractor reader = new JsonLdExtractor();
        List<JsonNode> blocks = new ArrayList<>();
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                blocks.add(JSON.readTree(script.data()));
            } catch (JsonProcessingException broken) {
                // A broken block is the shop's mistake; the page's other markup may still tell enough.
                continue;
            }
        }
        blocks.forEach(block -> reader.index(block, 0));
        blocks.forEach(block -> reader.collect(block, 0));
        SchemaProduct schema = new SchemaProduct("json-ld", reader.byId);
        return reader.products.stream().flatMap(product -> schema.read(product).stream()).toList();
    }

    private void index(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isObject() && node.path("@id").isTextual() && node.size() > 1) {
            byId.putIfAbsent(node.get("@id").asText(), node);
        }
        node.forEach(child -> index(child, depth + 1));
    }

    /// Does not look inside a product: what stands there (related, alternatives) is not this page's.
    private void collect(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (SchemaProduct.isProduct(node)) {
            products.add(node);
        } else {
            node.forEach(child -> collect(child, depth + 1));
        }
    }
}
