package coop.roseash.service.blog.lexical;

import java.util.Map;

/// Cards that lead somewhere: button, bookmark, embed, file.
final class LinkCards {
    private static final Template FILE = Template.of("file");
    private static final String[] UNITS = {"Bytes", "KB", "MB", "GB", "TB"};

    private LinkCards() {}

    static String button(Fields card, RenderOptions options) {
        if (card.isBlank("buttonUrl")) {
            return "";
        }
        return "<div" + Html.attribute("class", "kg-card kg-button-card kg-align-" + card.text("alignment", "center"))
                + "><a" + Html.attribute("href", options.cleaning().address(card.text("buttonUrl")))
                + " class=\"kg-btn kg-btn-accent\">" + Html.text(card.text("buttonText", "Button Title"))
                + "</a></div>";
    }

    static String bookmark(Fields card, RenderOptions options) {
        if (card.isBlank("url")) {
            return "";
        }
        Fields about = card.object("metadata");
        Cleaning cleaning = options.cleaning();
        String metadata = picture("kg-bookmark-icon", cleaning.address(about.text("icon")), "")
                + span("kg-bookmark-author", about.text("publisher"))
                + span("kg-bookmark-publisher", about.text("author"));
        String hide = cleaning.keepsScript() ? " onerror=\"this.style.display = 'none'\"" : "";
        String thumbnail = picture("", cleaning.address(about.text("thumbnail")), hide);
        return "<figure class=\"kg-card kg-bookmark-card" + (card.has("caption") ? " kg-card-hascaption" : "")
                + "\"><a class=\"kg-bookmark-container\"" + Html.optional("href", cleaning.address(card.text("url")))
                + "><div class=\"kg-bookmark-content\">" + div("kg-bookmark-title", Html.text(about.text("title")))
                + div("kg-bookmark-description", Html.text(about.text("description")))
                + div("kg-bookmark-metadata", metadata) + "</div>"
                + (thumbnail.isEmpty() ? "" : div("kg-bookmark-thumbnail", thumbnail)) + "</a>"
                + PictureCards.caption(card, options) + "</figure>";
    }

    static String embed(Fields card, RenderOptions options) {
        boolean isPost = "twitter".equals(card.text("embedType"));
        if (!isPost && !card.has("url") && !card.has("html")) {
            return "";
        }
        String html = isPost ? card.text("html").strip() : card.text("html");
        return "<figure class=\"kg-card kg-embed-card" + (card.has("caption") ? " kg-card-hascaption" : "") + "\">"
                + (options.cleaning().keepsScript() ? Html.balanced(html) : options.cleaning().block(html))
                + PictureCards.caption(card, options) + "</figure>";
    }

    static String file(Fields card, RenderOptions options) {
        if (card.isBlank("src")) {
            return "";
        }
        return FILE.fill(Map.of(
                "src",
                Html.attribute(options.cleaning().address(card.text("src"))),
                "title",
                Html.text(card.text("fileTitle")),
                "caption",
                Html.text(card.text("fileCaption")),
                "name",
                Html.text(card.text("fileName")),
                "size",
                size(card.number("fileSize"))));
    }

    private static String size(double bytes) {
        if (bytes <= 0) {
            return "0 Byte";
        }
        int unit = Math.clamp((int) Math.floor(Math.log(bytes) / Math.log(1024)), 0, UNITS.length - 1);
        return Math.round(bytes / Math.pow(1024, unit)) + " " + UNITS[unit];
    }

    private static String div(String name, String html) {
        return "<div class=\"" + name + "\">" + html + "</div>";
    }

    private static String span(String name, String text) {
        return text.isEmpty() ? "" : "<span class=\"" + name + "\">" + Html.text(text) + "</span>";
    }

    private static String picture(String name, String src, String more) {
        return src.isEmpty()
                ? ""
                : "<img" + Html.optional("class", name) + Html.attribute("src", src) + " alt=\"\"" + more + ">";
    }
}
