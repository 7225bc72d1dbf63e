package coop.roseash.service.blog.lexical;

import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// An invitation with a picture, text and a button, and the sponsor's name where it is paid for.
final class CallToActionCard {
    private static final Pattern COLOUR = Pattern.compile("[a-zA-Z0-9-]+|#(?:[a-fA-F0-9]{3}|[a-fA-F0-9]{6})");
    private static final String SPONSORED = "<p><span style=\"white-space: pre-wrap;\">SPONSORED</span></p>";

    private final Fields card;
    private final Cleaning cleaning;
    private final boolean button;

    private CallToActionCard(Fields card, Cleaning cleaning) {
        this.card = card;
        this.cleaning = cleaning;
        button = card.flag("showButton", true) && card.has("buttonUrl")
                && !card.text("buttonText", "Learn more").isEmpty();
    }

    static String render(Fields card, RenderOptions options) {
        return Visibility.gate(new CallToActionCard(card, options.cleaning()).html(), card);
    }

    private String html() {
        String layout = card.text("layout", "minimal");
        return "<div" + Html.attribute("class", classes(layout)) + Html.attribute("data-layout", layout)
                + ">\n            " + sponsor() + "\n            <div class=\"kg-cta-content\">\n                "
                + picture() + "\n                " + words() + "\n            </div>\n        </div>";
    }

    private String classes(String layout) {
        return "kg-card kg-cta-card kg-cta-bg-" + colour("backgroundColor", "grey", "white") + " kg-cta-" + layout
                + " " + (card.flag("showDividers", true) ? "" : "kg-cta-no-dividers")
                + " " + (card.has("imageUrl") ? "kg-cta-has-img" : "")
                + " " + ("accent".equals(card.text("linkColor", "text")) ? "kg-cta-link-accent" : "")
                + " " + ("center".equals(card.text("alignment", "left")) ? "kg-cta-centered" : "");
    }

    private String sponsor() {
        if (!card.flag("hasSponsorLabel", true)) {
            return "";
        }
        return "\n                <div class=\"kg-cta-sponsor-label-wrapper\">\n                    "
                + "<div class=\"kg-cta-sponsor-label\">\n                        "
                + cleaning.phrase(inner(card.text("sponsorLabel", SPONSORED)))
                + "\n                    </div>\n                </div>\n            ";
    }

    /// What stands in the first element, without what shows nothing.
    private static String inner(String html) {
        Document document = Html.parse(html.replaceAll("<br\\s?/?>", " ").replaceAll("(\\s|&nbsp;){2,}", " ").strip());
        if (document.text().isEmpty()) {
            return "";
        }
        document.body()
            .select("*")
            .stream()
            .filter(element -> element != document.body() && element.text().isBlank())
            .forEach(Element::remove);
        Element first = document.body().firstElementChild();
        return (first == null ? document.body() : first).html().strip();
    }

    private String picture() {
        if (!card.has("imageUrl")) {
            return "";
        }
        boolean sized = card.number("imageWidth") > 0 && card.number("imageHeight") > 0;
        String picture = "<img" + Html.attribute("src", cleaning.address(card.text("imageUrl")))
                + " alt=\"CTA Image\"" + (sized
                        ? Html.attribute("data-image-dimensions",
                                Fields.print(card.number("imageWidth")) + "x"
                                        + Fields.print(card.number("imageHeight")))
                        : "")
                + ">";
        return "\n                    <div class=\"kg-cta-image-container\">\n                        "
                + (button
                        ? "<a" + Html.attribute("href", cleaning.address(card.text("buttonUrl"))) + ">" + picture
                                + "</a>"
                        : picture)
                + "\n                    </div>\n                ";
    }

    private String words() {
        if (!card.has("textValue") && !card.flag("showButton", true)) {
            return "";
        }
        String text = card.has("textValue")
                ? "\n                        <div class=\"kg-cta-text\">\n                            " + text()
                        + "\n                        </div>\n                    "
                : "";
        return "\n                    <div class=\"kg-cta-content-inner\">\n                    " + text
                + "\n                    " + button() + "\n                    </div>\n                ";
    }

    private String text() {
        return cleaning.keepsScript() ? Html.balanced(card.text("textValue")) : cleaning.block(card.text("textValue"));
    }

    private String button() {
        if (!button) {
            return "";
        }
        String colour = colour("buttonColor", "#000000", "accent");
        boolean accent = "accent".equals(colour);
        return "\n                        <a" + Html.attribute("href", cleaning.address(card.text("buttonUrl")))
                + " class=\"kg-cta-button " + (accent ? "kg-style-accent" : "") + "\" style=\""
                + (accent ? "" : "background-color: " + colour + "; ") + "color: "
                + cleaning.style(card.text("buttonTextColor", "#ffffff")) + ";\">\n                            "
                + cleaning.phrase(card.text("buttonText", "Learn more"))
                + "\n                        </a>\n                        ";
    }

    private String colour(String name, String ifMissing, String ifWrong) {
        String colour = card.text(name, ifMissing);
        return COLOUR.matcher(colour).matches() ? colour : ifWrong;
    }
}
