package coop.roseash.service.activity.json;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// One ActivityStreams object: a property may be missing, one value or many, an id or the whole object.
public record Document(ObjectNode json) {
    private static final int LONGEST_ADDRESS = 2_000;

    /// Its id; empty unless it is an http(s) address.
    public Optional<String> id() {
        return address(json.path("id"));
    }

    /// The first type; empty where none is said.
    public String type() {
        JsonNode type = json.path("type");
        return (type.isArray() ? type.path(0) : type).asText("");
    }

    public boolean is(String... types) {
        return List.of(types).contains(type());
    }

    /// A text property; empty where it is missing or no text.
    public String text(String property) {
        JsonNode value = json.path(property);
        return value.isTextual() ? value.asText() : "";
    }

    /// The id of the first value, be it an id or a whole object.
    public Optional<String> reference(String property) {
        return references(property).stream().findFirst();
    }

    /// The ids of all values.
    public List<String> references(String property) {
        List<String> ids = new ArrayList<>();
        for (JsonNode each : values(property)) {
            address(each.isObject() ? each.path("id") : each).ifPresent(ids::add);
        }
        return ids;
    }

    /// The values that are whole objects.
    public List<Document> objects(String property) {
        List<Document> objects = new ArrayList<>();
        for (JsonNode each : values(property)) {
            if (each instanceof ObjectNode object) {
                objects.add(new Document(object));
            }
        }
        return objects;
    }

    public Optional<Document> object(String property) {
        return objects(property).stream().findFirst();
    }

    /// Its address for browsers: `url`, where that is one of the same origin, else the id.
    public String page() {
        String id = id().orElse("");
        for (JsonNode each : values("url")) {
            Optional<String> link = address(each.isObject() ? each.path("href") : each);
            if (link.isPresent() && authority(link.get()).equals(authority(id))) {
                return link.get();
            }
        }
        return id;
    }

    public Optional<Instant> time(String property) {
        try {
            return Optional.of(OffsetDateTime.parse(text(property)).toInstant());
        } catch (DateTimeParseException missing) {
            return Optional.empty();
        }
    }

    /// Reads a document of our own, which was valid when it was written.
    public static Document parse(String json) {
        return JsonReader.read(json.getBytes(StandardCharsets.UTF_8))
            .orElseThrow(() -> new IllegalArgumentException("Not a document: " + json));
    }

    /// Host, and port where it is not the usual one, in lower case; empty for what is no address.
    public static String authority(String address) {
        try {
            String authority = URI.create(address).getRawAuthority();
            return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private Iterable<JsonNode> values(String property) {
        JsonNode value = json.path(property);
        return value.isArray() ? value : List.of(value);
    }

    private static Optional<String> address(JsonNode node) {
        String text = node.isTextual() ? node.asText() : "";
        boolean http = text.startsWith("https://") || text.startsWith("http://");
        return http && text.length() <= LONGEST_ADDRESS && !authority(text).isEmpty() && !authority(text).contains("@")
                ? Optional.of(text)
                : Optional.empty();
    }
}
