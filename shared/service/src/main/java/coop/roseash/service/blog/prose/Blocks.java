package coop.roseash.service.blog.prose;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Makes Lexical nodes as Ghost's editor writes them.
final class Blocks {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Blocks() {}

    static ObjectNode document(ArrayNode children) {
        ObjectNode document = JSON.createObjectNode();
        document.set("root", element("root", children));
        return document;
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    static ObjectNode element(String type, ArrayNode children) {
        ObjectNode node = JSON.createObjectNode();
        node.set("children", children);
        return node.put("direction", "ltr").put("format", "").put("indent", 0).put("type", type).put("version", 1);
    }

    static ObjectNode text(String text, int format) {
        return JSON.createObjectNode()
            .put("detail", 0)
            .put("format", format)
            .put("mode", "normal")
            .put("style", "")
            .put("text", text)
            .put("type", "extended-text")
            .put("version", 1);
    }

    static ObjectNode lineBreak() {
        return JSON.createObjectNode().put("type", "linebreak").put("version", 1);
    }

    static ObjectNode link(String url, ArrayNode children) {
        ObjectNode link = element("link", children).put("url", url);
        link.putNull("rel");
        link.putNull("target");
        link.putNull("title");
        return link;
    }

    static ObjectNode list(boolean numbered, int start, ArrayNode items) {
        return element("list", items).put("listType", numbered ? "number" : "bullet")
            .put("start", start)
            .put("tag", numbered ? "ol" : "ul");
    }

    static ObjectNode card(String type, Map<String, String> fields) {
        ObjectNode card = JSON.createObjectNode().put("type", type).put("version", 1);
        fields.forEach(card::put);
        return card;
    }

    static boolean isText(JsonNode node) {
        String type = node.path("type").asText();
        return "text".equals(type) || "extended-text".equals(type);
    }
}
