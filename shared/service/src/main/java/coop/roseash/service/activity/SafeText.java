package coop.roseash.service.activity;

import java.net.URI;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// Makes text of others fit to show: an allow list for HTML, no control characters in names.
final class SafeText {
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
        .allowElements("p", "br", "a", "span", "strong", "b", "em", "i", "u", "del", "s", "code", "pre", "blockquote",
                "ul", "ol", "li", "h2", "h3", "h4", "hr", "sub", "sup")
        .allowElements((name, attributes) -> name.equals("h1") ? "h2" : "h4", "h1", "h5", "h6")
        .allowUrlProtocols("http", "https", "mailto")
        .allowAttributes("href")
        .onElements("a")
        .requireRelsOnLinks("nofollow", "noopener", "ugc")
        .toFactory();
    private static final PolicyFactory NOTHING = new HtmlPolicyBuilder().toFactory();
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069\\u200B]");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]{1,500}[^\\s<>\".,;:!?)\\]']");

    private SafeText() {}

    static String html(String untrusted) {
        return POLICY.sanitize(untrusted);
    }

    /// One line without markup, cut to a length.
    static String line(String untrusted, int longest) {
        String plain = INVISIBLE.matcher(untrusted).replaceAll(" ").strip();
        return plain.length() <= longest ? plain : plain.substring(0, longest - 1).stripTrailing() + "…";
    }

    /// The text of some HTML, on one line.
    static String plain(String html) {
        String text = NOTHING.sanitize(html.replaceAll("(?i)<(/p|br|/li|/h\\d)[^>]*>", " "));
        return org.jsoup.parser.Parser.unescapeEntities(text, false).replaceAll("\\s+", " ").strip();
    }

    /// HTML of a member's plain text: paragraphs, line breaks, links.
    static String paragraphs(String text) {
        return text.strip()
            .lines()
            .map(line -> linked(line.stripTrailing()))
            .collect(Collectors.joining("\n"))
            .transform(body -> "<p>" + body.replaceAll("\n{2,}", "</p><p>").replace("\n", "<br>") + "</p>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String linked(String line) {
        StringBuilder out = new StringBuilder();
        var matcher = LINK.matcher(line);
        int end = 0;
        while (matcher.find()) {
            out.append(escape(line.substring(end, matcher.start()))).append(link(matcher.group()));
            end = matcher.end();
        }
        return out.append(escape(line.substring(end))).toString();
    }

    private static String link(String address) {
        try {
            String shown = URI.create(address).getRawAuthority() == null
                    ? address
                    : address.replaceFirst("https?://", "");
            return "<a href=\"" + escape(address) + "\" rel=\"nofollow noopener\">" + escape(shown) + "</a>";
        } catch (IllegalArgumentException malformed) {
            return escape(address);
        }
    }
}
