package coop.roseash.service.blog.lexical;

import java.util.Locale;
import java.util.Map;

/// Sound and moving pictures.
final class MediaCards {
    private static final Template AUDIO = Template.of("audio");
    private static final Template VIDEO = Template.of("video");
    private static final Template TRANSISTOR = Template.of("transistor");

    private MediaCards() {}

    static String audio(Fields card, RenderOptions options) {
        if (card.isBlank("src")) {
            return "";
        }
        String src = Html.attribute(options.cleaning().address(card.text("src")));
        if (!options.cleaning().keepsScript()) {
            return "<figure class=\"kg-card kg-audio-card\"><audio src=\"" + src
                    + "\" controls preload=\"metadata\"></audio><figcaption>" + Html.text(card.text("title"))
                    + "</figcaption></figure>";
        }
        boolean pictured = card.has("thumbnailSrc");
        return AUDIO.fill(Map.of(
                "thumbnail",
                Html.attribute(card.text("thumbnailSrc")),
                "hideImage",
                pictured ? "" : " kg-audio-hide",
                "hidePlaceholder",
                pictured ? " kg-audio-hide" : "",
                "src",
                src,
                "title",
                Html.text(card.text("title")),
                "duration",
                Fields.print(card.number("duration"))));
    }

    static String video(Fields card, RenderOptions options) {
        if (card.isBlank("src")) {
            return "";
        }
        return options.cleaning().keepsScript() ? fullVideo(card, options) : plainVideo(card, options);
    }

    private static String plainVideo(Fields card, RenderOptions options) {
        Cleaning cleaning = options.cleaning();
        String poster = card.text("customThumbnailSrc", card.text("thumbnailSrc"));
        String size = card.number("width") > 0 && card.number("height") > 0
                ? Html.attribute("width", Fields.print(card.number("width")))
                        + Html.attribute("height", Fields.print(card.number("height")))
                : "";
        return "<figure" + Html.attribute("class", classes(card)) + "><video"
                + Html.attribute("src", cleaning.address(card.text("src")))
                + Html.optional("poster", cleaning.address(poster)) + size
                + (card.flag("loop", false) ? " loop muted" : "")
                + " controls playsinline preload=\"metadata\"></video>"
                + PictureCards.caption(card, options) + "</figure>";
    }

    private static String fullVideo(Fields card, RenderOptions options) {
        boolean sized = card.number("width") > 0 && card.number("height") > 0;
        boolean loops = card.flag("loop", false);
        String width = card.node().path("width").asText("null");
        String height = card.node().path("height").asText("null");
        return VIDEO.fill(Map.ofEntries(
                Map.entry("classes", Html.attribute(classes(card))),
                Map.entry("thumbnail", Html.attribute(card.text("thumbnailSrc"))),
                Map.entry("customThumbnail", Html.attribute(card.text("customThumbnailSrc"))),
                Map.entry("src", Html.attribute(card.text("src"))),
                Map.entry("width", width.isEmpty() ? "null" : width),
                Map.entry("height", height.isEmpty() ? "null" : height),
                Map.entry("autoplay", loops ? "loop autoplay muted" : ""),
                Map.entry("ratio", sized
                        ? Fields.print(card.number("width")) + " / " + Fields.print(card.number("height"))
                        : "16 / 9"),
                Map.entry("poster", Html.attribute(card.text("customThumbnailSrc", card.text("thumbnailSrc")))),
                Map.entry("hide", loops ? " kg-video-hide" : ""),
                Map.entry("duration", minutes(card.number("duration"))),
                Map.entry("caption", PictureCards.caption(card, options))));
    }

    private static String classes(Fields card) {
        return "kg-card kg-video-card kg-width-" + card.text("cardWidth", "regular")
                + (card.has("caption") ? " kg-card-hascaption" : "");
    }

    private static String minutes(double seconds) {
        long minutes = (long) Math.floor(seconds / 60);
        return String.format(Locale.ROOT, "%d:%02d", minutes, (long) Math.floor(seconds - minutes * 60));
    }

    /// A member's private podcast feed; it needs script, so it is only written where script is kept.
    static String transistor(Fields card, RenderOptions options) {
        if (!options.cleaning().keepsScript()) {
            return "";
        }
        String address = "https://partner.transistor.fm/ghost/embed/%7Buuid%7D"
                + (options.siteId().isEmpty() ? "" : "?ctx=" + options.siteId());
        String html = TRANSISTOR.fill(Map.of("address", Html.attribute(address)));
        return card.object("visibility").node().isObject()
                ? Visibility.gate(html, card)
                : Visibility.gateForMembers(html);
    }
}
