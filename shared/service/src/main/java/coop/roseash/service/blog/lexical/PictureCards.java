package coop.roseash.service.blog.lexical;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Pictures: one, or a gallery of rows.
final class PictureCards {
    private static final int ROW = 3;
    private static final double COLUMN = 720;
    private static final double WIDE = 1200;

    private PictureCards() {}

    static String image(Fields card, RenderOptions options) {
        if (card.isBlank("src")) {
            return "";
        }
        String width = card.text("cardWidth", "regular");
        String classes = "kg-card kg-image-card" + ("regular".equals(width) ? "" : " kg-width-" + width)
                + (card.has("caption") ? " kg-card-hascaption" : "");
        String picture = "<img" + Html.attribute("src", options.cleaning().address(card.text("src")))
                + " class=\"kg-image\"" + Html.attribute("alt", card.text("alt")) + " loading=\"lazy\""
                + Html.optional("title", card.text("title")) + size(card, options) + responsive(card, options) + ">";
        return "<figure" + Html.attribute("class", classes) + ">" + linked(picture, card.text("href"), options)
                + caption(card, options) + "</figure>";
    }

    private static String responsive(Fields card, RenderOptions options) {
        double width = card.number("width");
        String srcset = SrcSet.of(card.text("src"), width, options);
        if (srcset.isEmpty()) {
            return "";
        }
        String sizes = "";
        if (width >= COLUMN) {
            sizes = switch (card.text("cardWidth", "regular")) {
                case "regular" -> "(min-width: 720px) 720px";
                case "wide" -> width >= WIDE ? "(min-width: 1200px) 1200px" : "";
                default -> "";
            };
        }
        return Html.attribute("srcset", srcset) + Html.optional("sizes", sizes);
    }

    private static String size(Fields picture, RenderOptions options) {
        double width = picture.number("width");
        double height = picture.number("height");
        if (width == 0 || height == 0) {
            return "";
        }
        int maximum = options.maximumWidth();
        if (maximum > 0 && width > maximum && SrcSet.isOwn(picture.text("src"), options)) {
            height = Math.round(maximum / (width / height));
            width = maximum;
        }
        return Html.attribute("width", Fields.print(width)) + Html.attribute("height", Fields.print(height));
    }

    static String gallery(Fields card, RenderOptions options) {
        List<Fields> pictures = card.list("images").stream().filter(PictureCards::isWhole).toList();
        if (pictures.isEmpty()) {
            return "";
        }
        TreeMap<Integer, List<Fields>> rows = rows(pictures);
        StringBuilder html = new StringBuilder("<figure class=\"kg-card kg-gallery-card kg-width-wide"
                + (card.has("caption") ? " kg-card-hascaption" : "") + "\"><div class=\"kg-gallery-container\">");
        for (List<Fields> row : rows.values()) {
            boolean alone = rows.size() == 1 && row.size() == 1;
            html.append("<div class=\"kg-gallery-row\">");
            row.forEach(picture -> html.append(inGallery(picture, alone, options)));
            html.append("</div>");
        }
        return html.append("</div>").append(caption(card, options)).append("</figure>").toString();
    }

    private static String inGallery(Fields picture, boolean alone, RenderOptions options) {
        double width = picture.number("width");
        String srcset = SrcSet.of(picture.text("src"), width, options);
        String sizes = "";
        if (!srcset.isEmpty() && width >= COLUMN) {
            sizes = alone && width >= WIDE ? "(min-width: 1200px) 1200px" : "(min-width: 720px) 720px";
        }
        String image = "<img" + Html.attribute("src", options.cleaning().address(picture.text("src")))
                + size(picture, options) + " loading=\"lazy\"" + Html.attribute("alt", picture.text("alt"))
                + Html.optional("title", picture.text("title")) + Html.optional("srcset", srcset)
                + Html.optional("sizes", sizes) + ">";
        return "<div class=\"kg-gallery-image\">" + linked(image, picture.text("href"), options) + "</div>";
    }

    private static boolean isWhole(Fields picture) {
        return picture.node().path("fileName").isTextual() && !picture.isBlank("fileName")
                && picture.node().path("src").isTextual() && !picture.isBlank("src")
                && picture.isNumber("width") && picture.number("width") > 0
                && picture.isNumber("height") && picture.number("height") > 0
                && picture.node().path("row").isIntegralNumber() && picture.number("row") >= 0;
    }

    /// A picture that would stand alone in the last row gets one from the row before.
    private static TreeMap<Integer, List<Fields>> rows(List<Fields> pictures) {
        TreeMap<Integer, List<Fields>> rows = new TreeMap<>();
        int count = pictures.size();
        for (int i = 0; i < count; i++) {
            int row = (int) pictures.get(i).number("row");
            boolean moves = count > 1 && count % ROW == 1 && i == count - 2;
            rows.computeIfAbsent(moves ? row + 1 : row, each -> new ArrayList<>()).add(pictures.get(i));
        }
        return rows;
    }

    private static String linked(String picture, String href, RenderOptions options) {
        String address = options.cleaning().address(href);
        return address.isEmpty() ? picture : "<a" + Html.attribute("href", address) + ">" + picture + "</a>";
    }

    static String caption(Fields card, RenderOptions options) {
        return card.has("caption")
                ? "<figcaption>" + options.cleaning().phrase(card.text("caption")) + "</figcaption>"
                : "";
    }
}
