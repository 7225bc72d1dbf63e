package coop.roseash.service.newsletter;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// HTML as plain text for the other half of a mail: paragraphs, bullets, and links with their addresses.
final class PlainText implements NodeVisitor {
    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    static String of(String html) {
        PlainText visitor = new PlainText();
        Jsoup.parseBodyFragment(html).body().traverse(visitor);
        return visitor.text.toString().replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.text());
        } else if (node instanceof Element element) {
            switch (element.tagName()) {
                case "br" -> text.append('\n');
                case "li" -> text.append("\n- ");
                case "hr" -> text.append("\n\n* * *\n\n");
                case "img" -> text.append(element.attr("alt"));
                default -> text.append(element.isBlock() ? "\n\n" : "");
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String address = element.absUrl("href").isEmpty() ? element.attr("href") : element.absUrl("href");
        if (element.tagName().equals("a") && address.startsWith("http") && !element.text().equals(address)) {
            text.append(" (").append(address).append(')');
        }
        if (element.isBlock() && !element.tagName().equals("li")) {
            text.append("\n\n");
        }
    }
}
