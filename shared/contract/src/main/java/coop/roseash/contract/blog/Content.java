package coop.roseash.contract.blog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A post's HTML cut at its fragment placeholders, so that a page can put the other apps' fragments between.
///
/// A placeholder is a comment, `<!--fragment:product-card sku="BREAD-001"-->`; only the renderer writes comments.
public record Content(List<Part> parts) {
    private static final Pattern PLACEHOLDER = Pattern
        .compile("<!--fragment:([a-z-]+)((?: [a-z-]+=\"[^\"<>]*\")*)-->");
    private static final Pattern PARAMETER = Pattern.compile(" ([a-z-]+)=\"([^\"]*)\"");

    public sealed interface Part {
        record Html(String html) implements Part {}

        record Fragment(String type, Map<String, String> parameters) implements Part {
            public Fragment {
                parameters = Map.copyOf(parameters);
            }
        }
    }

    public Content {
        parts = List.copyOf(parts);
    }

    public static Content of(String html) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(html);
        int from = 0;
        while (matcher.find()) {
            addHtml(parts, html.substring(from, matcher.start()));
            parts.add(new Part.Fragment(matcher.group(1), parameters(matcher.group(2))));
            from = matcher.end();
        }
        addHtml(parts, html.substring(from));
        return new Content(parts);
    }

    /// The HTML without its fragments, for feeds and mail.
    public static String plain(String html) {
        return PLACEHOLDER.matcher(html).replaceAll("");
    }

    private static void addHtml(List<Part> parts, String html) {
        if (!html.isBlank()) {
            parts.add(new Part.Html(html));
        }
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            parameters.put(matcher.group(1), matcher.group(2));
        }
        return parameters;
    }
}
