package coop.roseash.service.blog.lexical;

import java.util.Map;

/// Large headings across the page: the older card with a style, and the newer one with colours and layout.
final class HeaderCards {
    private static final Template HEADER = Template.of("header");

    private HeaderCards() {}

    static String header(Fields card, RenderOptions options) {
        return card.number("version") >= 2 ? coloured(card, options) : styled(card, options);
    }

    private static String styled(Fields card, RenderOptions options) {
        Cleaning cleaning = options.cleaning();
        boolean button = card.flag("buttonEnabled", false) && card.has("buttonUrl") && card.has("buttonText");
        if (!card.has("header") && !card.has("subheader") && !button) {
            return "";
        }
        String image = cleaning.address(card.text("backgroundImageSrc"));
        String style = card.text("style", "dark");
        boolean subheader = !card.text("subheader").replaceAll("(?i)(<br\\s*/?>)+$", "").isBlank();
        return "<div" + Html.attribute("class", "kg-card kg-header-card kg-width-full kg-size-"
                + card.text("size", "small") + " kg-style-" + style)
                + (cleaning.keepsScript()
                        ? Html.attribute("data-kg-background-image", image)
                                + Html.attribute("style",
                                        "image".equals(style) ? "background-image: url(" + image + ")" : "")
                        : "")
                + ">"
                + (card.has("header") ? heading("h2", "kg-header-card-header", card.text("header"), cleaning) : "")
                + (subheader ? heading("h3", "kg-header-card-subheader", card.text("subheader"), cleaning) : "")
                + (button
                        ? "<a class=\"kg-header-card-button\""
                                + Html.attribute("href", cleaning.address(card.text("buttonUrl"))) + ">"
                                + cleaning.phrase(card.text("buttonText")) + "</a>"
                        : "")
                + "</div>";
    }

    private static String heading(String tag, String name, String html, Cleaning cleaning) {
        return "<" + tag + " class=\"" + name + "\"" + Html.attribute("id", HeadingIds.simple(html)) + "> "
                + cleaning.phrase(html) + " </" + tag + ">";
    }

    private static String coloured(Fields card, RenderOptions options) {
        Cleaning cleaning = options.cleaning();
        String layout = card.text("layout", "full");
        boolean split = "split".equals(layout);
        String background = card.text("backgroundColor", "#000000");
        boolean accent = "accent".equals(background);
        boolean pictured = card.has("backgroundImageSrc");
        String picture = pictured ? picture(card, options) : "";
        String colour = !accent && (!pictured || split) ? cleaning.style(background) : "";
        return HEADER.fill(Map.ofEntries(
                Map.entry("classes", Html.attribute(classes("kg-header-card kg-v2", card, layout))),
                Map.entry("accent", accent ? "kg-style-accent" : ""),
                Map.entry("wrapperStyle", colour.isEmpty() ? "" : "style=\"background-color: " + colour + ";\""),
                Map.entry("backgroundColor", Html.attribute(background)),
                Map.entry("imageAbove", split ? "" : picture),
                Map.entry("imageBeside", split ? picture : ""),
                Map.entry("alignment", "center".equals(card.text("alignment", "center")) ? "kg-align-center" : ""),
                Map.entry("header", words(card, "header", "h2", "kg-header-card-heading", cleaning)),
                Map.entry("subheader", words(card, "subheader", "p", "kg-header-card-subheading", cleaning)),
                Map.entry("button", button(card, cleaning))));
    }

    private static String picture(Fields card, RenderOptions options) {
        String src = card.text("backgroundImageSrc");
        String srcset = SrcSet.of(src, card.number("backgroundImageWidth"), options);
        return "\n            <picture><img class=\"kg-header-card-image\""
                + Html.attribute("src", options.cleaning().address(src)) + Html.optional("srcset", srcset)
                + " loading=\"lazy\" alt=\"\"></picture>\n        ";
    }

    private static String words(Fields card, String field, String tag, String name, Cleaning cleaning) {
        if (!card.has(field)) {
            return "";
        }
        String html = card.text(field);
        String colour = cleaning.style(card.text("textColor", "#FFFFFF"));
        return "<" + tag + Html.attribute("id", HeadingIds.simple(html)) + " class=\"" + name + "\" style=\"color: "
                + colour + ";\" data-text-color=\"" + colour + "\">" + cleaning.phrase(html) + "</" + tag + ">";
    }

    private static String button(Fields card, Cleaning cleaning) {
        if (!card.flag("buttonEnabled", false) || card.isBlank("buttonUrl")) {
            return "";
        }
        String colour = cleaning.style(card.text("buttonColor", "#ffffff"));
        String text = cleaning.style(card.text("buttonTextColor", "#000000"));
        boolean accent = "accent".equals(colour);
        return "<a" + Html.attribute("href", cleaning.address(card.text("buttonUrl")))
                + " class=\"kg-header-card-button " + (accent ? "kg-style-accent" : "") + "\" style=\""
                + (accent ? "" : "background-color: " + colour + ";") + "color: " + text + ";\" data-button-color=\""
                + colour + "\" data-button-text-color=\"" + text + "\">" + cleaning.phrase(card.text("buttonText"))
                + "</a>";
    }

    /// The classes that header and sign-up cards share.
    static String classes(String name, Fields card, String layout) {
        if (!"split".equals(layout)) {
            return "kg-card " + name + " kg-width-" + layout + ("full".equals(layout) ? " kg-content-wide" : "");
        }
        return "kg-card " + name + " kg-layout-split kg-width-full" + (card.flag("swapped", false) ? " kg-swapped" : "")
                + ("contain".equals(card.text("backgroundSize", "cover")) ? " kg-content-wide" : "");
    }
}
