package coop.roseash.service.blog.lexical;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A card's fixed markup with `${name}` holes, read once from beside this class.
final class Template {
    private final List<String> pieces = new ArrayList<>();

    private Template(String source) {
        int from = 0;
        for (int hole = source.indexOf("${"); hole >= 0; hole = source.indexOf("${", from)) {
            int end = source.indexOf('}', hole);
            pieces.add(source.substring(from, hole));
            pieces.add(source.substring(hole + 2, end));
            from = end + 1;
        }
        pieces.add(source.substring(from));
    }

    static Template of(String name) {
        try (InputStream file = Template.class.getResourceAsStream(name + ".html")) {
            if (file == null) {
                throw new IllegalStateException("No card template " + name);
            }
            return new Template(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param values HTML, already escaped
    String fill(Map<String, String> values) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            html.append(i % 2 == 0 ? piece : values.getOrDefault(piece, ""));
        }
        return html.toString();
    }
}
