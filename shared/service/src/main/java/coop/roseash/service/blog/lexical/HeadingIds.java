package coop.roseash.service.blog.lexical;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Gives the headings of one document their ids, the same as Ghost's, so that old links to them still lead there.
final class HeadingIds {
    private static final Pattern SYMBOLS = Pattern.compile("[\\]\\[!\"#$%&'()*+,./:;<=>?@\\\\^_{|}~]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\ufeff]+");
    private static final Pattern DASHES = Pattern.compile("^-|-{2,}|-$");

    private final Map<String, Integer> used = new HashMap<>();

    String next(String heading) {
        String id = idOf(heading);
        int count = used.merge(id, 1, Integer::sum);
        return count == 1 ? id : id + "-" + (count - 1);
    }

    static String idOf(String heading) {
        if (heading.isBlank()) {
            return "";
        }
        String plain = SYMBOLS.matcher(heading.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        String dashed = DASHES.matcher(SPACES.matcher(plain).replaceAll("-")).replaceAll("");
        return encode(dashed);
    }

    /// The form ids of header cards have: only letters, digits and dashes.
    static String simple(String html) {
        return html.replaceAll("<[^>]*>?", "")
            .replaceAll("[^A-Za-z0-9_\\s]", "")
            .replaceAll("\\s+", "-")
            .toLowerCase(Locale.ROOT);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("%21", "!")
            .replace("%27", "'")
            .replace("%28", "(")
            .replace("%29", ")")
            .replace("%7E", "~");
    }
}
