package coop.roseash.service.blog.prose;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Reduces a block to what a reader can tell apart, so that two ways to write the same compare equal.
final class Sameness {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UNSEEN = Set.of("version", "direction", "indent", "detail", "mode", "style",
            "value",
            "rel", "tag", "cardWidth");
    private static final Map<String, String> TYPES = Map
        .of("heading", "extended-heading", "quote", "extended-quote", "text", "extended-text");
    private static final int MARKED = 3;

    private Sameness() {}

    static JsonNode of(JsonNode node) {
        ObjectNode reduced = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if ("children".equals(field.getKey())) {
                reduced.set("children", children(value));
            } else if (keeps(node, field.getKey(), value)) {
                reduced.set(field.getKey(), value);
            }
        });
        String type = node.path("type").asText();
        return reduced.put("type", TYPES.getOrDefault(type, type));
    }

    private static boolean keeps(JsonNode node, String name, JsonNode value) {
        boolean isHeading = node.path("type").asText().endsWith("heading");
        boolean special = "cardWidth".equals(name) && !"regular".equals(value.asText())
                || "tag".equals(name) && isHeading
                || "style".equals(name) && !value.asText().isEmpty();
        boolean empty = value.isNull() || value.isTextual() && value.asText().isEmpty() || value.isNumber()
                && value.asInt() == 0;
        return special || !UNSEEN.contains(name) && !empty && !("start".equals(name) && value.asInt() == 1);
    }

    private static ArrayNode children(JsonNode children) {
        ArrayNode reduced = JSON.createArrayNode();
        for (JsonNode child : children) {
            if (Blocks.isText(child)) {
                addText(reduced, child.path("text").asText(), child.path("format").asInt());
            } else {
                reduced.add(of(child));
            }
        }
        return reduced;
    }

    /// Spaces at the edges of bold and italic text count as plain: Markdown cannot say otherwise.
    private static void addText(ArrayNode row, String text, int format) {
        if ((format & MARKED) != 0 && !text.isBlank() && !text.equals(text.strip())) {
            int lead = text.indexOf(text.strip().charAt(0));
            int end = lead + text.strip().length();
            append(row, text.substring(0, lead), 0);
            append(row, text.substring(lead, end), format);
            append(row, text.substring(end), 0);
        } else {
            append(row, text, format);
        }
    }

    private static void append(ArrayNode row, String text, int format) {
        JsonNode last = row.isEmpty() ? null : row.get(row.size() - 1);
        if (last instanceof ObjectNode before && Blocks.isText(before) && before.path("format").asInt() == format) {
            before.put("text", before.path("text").asText() + text);
        } else if (!text.isEmpty()) {
            row.add(Blocks.text(text, format).retain("text", "format", "type"));
        }
    }
}
