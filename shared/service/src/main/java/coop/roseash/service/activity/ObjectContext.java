package coop.roseash.service.activity;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The `@context` of what we say: the standard one, and the terms beyond it that the document uses.
final class ObjectContext {
    private static final Map<String, String> TERMS = Map.of(
            "sensitive", "as:sensitive",
            "Hashtag", "as:Hashtag",
            "timezone", "https://joinmobilizon.org/ns#timezone",
            "joinMode", "https://joinmobilizon.org/ns#joinMode",
            "PropertyValue", "http://schema.org#PropertyValue",
            "value", "http://schema.org#value");

    private ObjectContext() {}

    static JsonNode of(JsonNode object) {
        ObjectNode terms = JsonNodeFactory.instance.objectNode();
        TERMS.forEach((term, meaning) -> {
            if (object.has(term)) {
                terms.put(term, meaning);
            }
        });
        if (terms.isEmpty()) {
            return JsonNodeFactory.instance.textNode(Vocabulary.CONTEXT);
        }
        ArrayNode context = JsonNodeFactory.instance.arrayNode();
        context.add(Vocabulary.CONTEXT);
        return context.add(terms);
    }
}
