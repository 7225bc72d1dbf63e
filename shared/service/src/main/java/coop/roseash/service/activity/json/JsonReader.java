package coop.roseash.service.activity.json;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Reads documents of others within bounds: depth, width, no key twice, no JSON-LD that restructures the graph.
public final class JsonReader {
    private static final int DEEPEST = 24;
    private static final int WIDEST = 1_000;
    private static final int MOST_NODES = 20_000;
    private static final Set<String> RESTRUCTURING = Set.of("@graph", "@reverse", "@included", "@nest");
    private static final ObjectMapper MAPPER = new ObjectMapper(
            JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(64)
                            .maxNameLength(512)
                            .build())
                .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonReader() {}

    /// Empty when it is not one JSON object within the bounds.
    public static Optional<Document> read(byte[] body) {
        try {
            JsonNode root = MAPPER.readTree(body);
            return root instanceof ObjectNode object && withinBounds(object)
                    ? Optional.of(new Document(object))
                    : Optional.empty();
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    private static boolean withinBounds(ObjectNode root) {
        Deque<JsonNode> left = new ArrayDeque<>();
        left.push(root);
        int nodes = 0;
        while (!left.isEmpty()) {
            JsonNode node = left.pop();
            nodes++;
            if (nodes > MOST_NODES || node.size() > WIDEST || restructures(node)) {
                return false;
            }
            node.forEach(left::push);
        }
        return true;
    }

    private static boolean restructures(JsonNode node) {
        for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext();) {
            if (RESTRUCTURING.contains(fields.next().getKey())) {
                return true;
            }
        }
        return false;
    }
}
