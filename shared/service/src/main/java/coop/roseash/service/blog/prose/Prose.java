package coop.roseash.service.blog.prose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/// Turns a Lexical document into text one can edit and back, without losing what text cannot say.
///
/// A block is written as Markdown where that reads back the same, else as a line `[[kept image 3fa90c12: Loaf]]` that
/// stands for the block it was; a block nobody touched comes back exactly as it was.
public final class Prose {
    private static final Pattern KEPT = Pattern.compile("\\[\\[kept [a-z-]+ ([0-9a-f]{12})(?::.*)?]]");
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(```|~~~).*");
    private static final int LABEL_LENGTH = 60;
    private static final List<String> LABELS = List.of("caption", "alt", "title", "fileName", "heading", "calloutText",
            "buttonText", "header", "url", "html", "markdown", "code", "src");

    private final Map<String, JsonNode> byHash = new HashMap<>();
    private final Map<JsonNode, JsonNode> bySameness = new HashMap<>();

    /// @param documents whose blocks may be kept: the post as it is, and as it was before
    public Prose(Stream<JsonNode> documents) {
        documents.flatMap(document -> document.path("root").path("children").valueStream()).forEach(block -> {
            byHash.putIfAbsent(hash(block), block);
            bySameness.putIfAbsent(Sameness.of(block), block);
        });
    }

    /// Text for the form.
    public static String write(JsonNode document) {
        Prose prose = new Prose(Stream.of(document));
        String text = prose.write(document, false);
        return prose.read(text).filter(read -> same(read, document)).isPresent() ? text : prose.write(document, true);
    }

    /// @param careful keeps every block but single paragraphs, where two neighbours would read as one
    private String write(JsonNode document, boolean careful) {
        List<String> blocks = new ArrayList<>();
        for (JsonNode block : document.path("root").path("children")) {
            boolean plain = !careful || "paragraph".equals(block.path("type").asText());
            blocks.add((plain ? sayable(block) : Optional.<String>empty()).orElseGet(() -> keptLine(block)));
        }
        return String.join("\n\n", blocks);
    }

    private Optional<String> sayable(JsonNode block) {
        return ProseWriter.write(block).filter(text -> {
            ArrayNode read = Blocks.array();
            return readInto(text, read) && read.size() == 1 && Sameness.of(read.get(0)).equals(Sameness.of(block));
        });
    }

    /// The document of a text; empty where a `[[kept …]]` line stands for a block nobody knows.
    public Optional<JsonNode> read(String text) {
        ArrayNode blocks = Blocks.array();
        if (!readInto(text, blocks)) {
            return Optional.empty();
        }
        ArrayNode untouched = Blocks.array();
        blocks.forEach(block -> untouched.add(bySameness.getOrDefault(Sameness.of(block), block)));
        return Optional.of(Blocks.document(untouched));
    }

    private boolean readInto(String text, ArrayNode blocks) {
        StringBuilder markdown = new StringBuilder();
        boolean fenced = false;
        for (String line : text.replace("\r\n", "\n").split("\n", -1)) {
            fenced ^= FENCE.matcher(line).matches();
            String card = line.strip();
            Matcher kept = KEPT.matcher(card);
            boolean isKept = !fenced && kept.matches();
            Optional<JsonNode> block = isKept
                    ? Optional.ofNullable(byHash.get(kept.group(1)))
                    : fenced ? Optional.empty() : CardLine.read(card);
            if (isKept && block.isEmpty()) {
                return false;
            }
            if (block.isPresent()) {
                ProseReader.read(markdown.toString(), blocks);
                markdown.setLength(0);
                blocks.add(block.get());
            } else {
                markdown.append(line).append('\n');
            }
        }
        ProseReader.read(markdown.toString(), blocks);
        return true;
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return Sameness.of(one.path("root")).equals(Sameness.of(other.path("root")));
    }

    private static String keptLine(JsonNode block) {
        String label = LABELS.stream()
            .map(name -> block.path(name).asText().replaceAll("<[^>]*>", "").replaceAll("[\\s\\[\\]]+", " ").strip())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElseGet(() -> String.join("", block.findValuesAsText("text")).replaceAll("[\\s\\[\\]]+", " ").strip());
        String shortened = label.length() > LABEL_LENGTH ? label.substring(0, LABEL_LENGTH) + "…" : label;
        String type = block.path("type").asText().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z-]", "");
        return "[[kept " + (type.isEmpty() ? "block" : type) + " " + hash(block)
                + (shortened.isEmpty() ? "" : ": " + shortened) + "]]";
    }

    private static String hash(JsonNode block) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(block.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
