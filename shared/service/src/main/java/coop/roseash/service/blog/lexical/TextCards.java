package coop.roseash.service.blog.lexical;

import java.util.Map;
import java.util.Set;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Cards that are mostly words: code, HTML, Markdown, callout, toggle.
final class TextCards {
    private static final Set<String> CALLOUT_TAGS = Set
        .of("a", "strong", "em", "b", "i", "br", "code", "mark", "s", "del", "u", "sup", "sub");
    private static final Template TOGGLE = Template.of("toggle");

    private TextCards() {}

    static String code(Fields card, RenderOptions options) {
        if (card.isBlank("code")) {
            return "";
        }
        String language = card.has("language") ? Html.attribute("class", "language-" + card.text("language")) : "";
        String code = "<pre><code" + language + ">" + Html.text(card.text("code")) + "</code></pre>";
        return card.has("caption")
                ? "<figure class=\"kg-card kg-code-card\">" + code + PictureCards.caption(card, options) + "</figure>"
                : code;
    }

    static String html(Fields card, RenderOptions options) {
        if (!card.has("html")) {
            return "";
        }
        String html = options.cleaning().block(card.text("html"));
        return Visibility.gate("\n<!--kg-card-begin: html-->\n" + html + "\n<!--kg-card-end: html-->\n", card);
    }

    static String markdown(Fields card, RenderOptions options) {
        return options.cleaning().block(Markdown.render(card.text("markdown")));
    }

    static String callout(Fields card, RenderOptions options) {
        String colour = card.text("backgroundColor", "blue");
        String emoji = card.node().path("calloutEmoji").isMissingNode() || card.node().path("calloutEmoji").isNull()
                ? "💡"
                : card.text("calloutEmoji");
        return "<div class=\"kg-card kg-callout-card kg-callout-card-"
                + (colour.matches("[a-zA-Z0-9-]+") ? colour : "white") + "\">"
                + (emoji.isEmpty() ? "" : "<div class=\"kg-callout-emoji\">" + Html.text(emoji) + "</div>")
                + "<div class=\"kg-callout-text\">" + phrases(card.text("calloutText"), options) + "</div></div>";
    }

    private static String phrases(String html, RenderOptions options) {
        if (html.indexOf('<') < 0) {
            return options.cleaning().phrase(html);
        }
        Document document = Html.parse(html);
        document.body()
            .select("*")
            .stream()
            .filter(element -> element != document.body() && !CALLOUT_TAGS.contains(element.normalName()))
            .forEach(Element::unwrap);
        return options.cleaning().phrase(document.body().html());
    }

    static String toggle(Fields card, RenderOptions options) {
        if (options.cleaning().keepsScript()) {
            return TOGGLE.fill(Map.of(
                    "heading",
                    options.cleaning().phrase(card.text("heading")),
                    "content",
                    Html.balanced(card.text("content"))));
        }
        return "<details class=\"kg-card kg-toggle-card\"><summary class=\"kg-toggle-heading\">"
                + options.cleaning().phrase(card.text("heading")) + "</summary><div class=\"kg-toggle-content\">"
                + options.cleaning().block(card.text("content")) + "</div></details>";
    }
}
