package coop.roseash.service.blog.lexical;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The renderer as a command, so that it can be judged from outside: JSON lines in, JSON lines out.
///
/// `{id, options, lexical}` → `{id, html}` or `{id, error}`; nothing is cleaned, as in the reference.
final class RenderLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SITE_ID = "00000000-0000-4000-8000-000000000000";

    private RenderLines() {}

    static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    out.println(answer(JSON.readTree(line)));
                }
            }
        }
    }

    private static ObjectNode answer(JsonNode request) {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("id", request.path("id"));
        try {
            JsonNode lexical = request.path("lexical");
            JsonNode document = lexical.isTextual() ? LexicalRenderer.parse(lexical.asText()) : lexical;
            return answer.put("html", LexicalRenderer.render(document, options(request.path("options"))));
        } catch (RuntimeException e) {
            return answer.put("error", String.valueOf(e.getMessage()));
        }
    }

    private static RenderOptions options(JsonNode options) {
        List<Integer> widths = new ArrayList<>();
        options.path("contentImageSizes").forEach(size -> widths.add(size.path("width").asInt()));
        return new RenderOptions(options.path("siteUrl").asText("https://blog.example"), widths,
                options.path("defaultMaxWidth").asInt(), SITE_ID, "", new AsWritten());
    }
}
