package coop.roseash.service.blog.lexical;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Writes text and attributes into HTML safely.
final class Html {
    private Html() {}

    static String text(String text) {
        return escape(text, false);
    }

    static String attribute(String value) {
        return escape(value, true);
    }

    /// ` name="value"`, with the space before it.
    static String attribute(String name, String value) {
        return " " + name + "=\"" + attribute(value) + "\"";
    }

    static String optional(String name, String value) {
        return value.isEmpty() ? "" : attribute(name, value);
    }

    /// The fragment with every element closed, so that it cannot swallow what follows.
    static String balanced(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0 ? html : parse(html).body().html();
    }

    static Document parse(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document;
    }

    private static String escape(String text, boolean inAttribute) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '\u00a0' -> escaped.append("&nbsp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append(inAttribute ? "&quot;" : "\"");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
