package coop.roseash.service.blog.lexical;

import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/// Reads a serialised node as its reference does: a missing, empty or mistyped field has the default.
record Fields(JsonNode node) {
    String type() {
        return text("type");
    }

    String text(String name) {
        return text(name, "");
    }

    String text(String name, String ifEmpty) {
        JsonNode value = node.path(name);
        String text = value.isValueNode() && !value.isNull() && !value.isBoolean() ? value.asText() : "";
        return text.isEmpty() ? ifEmpty : text;
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    boolean isBlank(String name) {
        return text(name).isBlank();
    }

    boolean flag(String name, boolean ifMissing) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return ifMissing;
        }
        return value.isBoolean() ? value.booleanValue() : !value.asText().isEmpty() && !"0".equals(value.asText());
    }

    /// 0 where it is missing or no number.
    double number(String name) {
        return node.path(name).asDouble(0);
    }

    boolean isNumber(String name) {
        return node.path(name).isNumber();
    }

    Fields object(String name) {
        return new Fields(node.path(name));
    }

    List<Fields> list(String name) {
        Iterable<JsonNode> items = node.path(name);
        Iterator<JsonNode> each = items.iterator();
        return each.hasNext()
                ? StreamSupport.stream(items.spliterator(), false).map(Fields::new).toList()
                : List.of();
    }

    List<Fields> children() {
        return list("children");
    }

    /// As JavaScript prints a number: `65`, `65.4`.
    static String print(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
