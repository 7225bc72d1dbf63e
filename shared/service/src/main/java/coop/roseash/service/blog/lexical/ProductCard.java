package coop.roseash.service.blog.lexical;

/// A product: one of the market's by its supplier code, or one described in the card itself.
final class ProductCard {
    private static final String STAR = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"><path d=\""
            + "M12.729,1.2l3.346,6.629,6.44.638a.805.805,0,0,1,.5,1.374l-5.3,5.253,1.965,7.138a.813.813,0,0,1-1.151"
            + ".935L12,19.934,5.48,23.163a.813.813,0,0,1-1.151-.935L6.294,15.09.99,9.837a.805.805,0,0,1,.5-1.374l6.44"
            + "-.638L11.271,1.2A.819.819,0,0,1,12.729,1.2Z\"/></svg>";
    private static final int STARS = 5;

    private ProductCard() {}

    static String render(Fields card, RenderOptions options) {
        if (card.has("sku")) {
            return PlatformCards.product(card);
        }
        return isEmpty(card) ? "" : described(card, options.cleaning());
    }

    private static boolean isEmpty(Fields card) {
        boolean button = card.flag("productButtonEnabled", false) && card.has("productUrl")
                && card.has("productButton");
        return !card.has("productTitle") && !card.has("productDescription") && !button && !card.has("productImageSrc")
                && !card.flag("productRatingEnabled", false);
    }

    private static String described(Fields card, Cleaning cleaning) {
        String description = cleaning.keepsScript()
                ? Html.balanced(card.text("productDescription"))
                : cleaning.block(card.text("productDescription"));
        return "<div class=\"kg-card kg-product-card\">\n            <div class=\"kg-product-card-container\">\n"
                + "                " + picture(card, cleaning)
                + "\n                <div class=\"kg-product-card-title-container\">\n                    "
                + "<h4 class=\"kg-product-card-title\">" + cleaning.phrase(card.text("productTitle"))
                + "</h4>\n                </div>\n                " + stars(card) + "\n\n                "
                + "<div class=\"kg-product-card-description\">" + description + "</div>\n                "
                + button(card, cleaning) + "\n            </div>\n        </div>";
    }

    private static String picture(Fields card, Cleaning cleaning) {
        if (!card.has("productImageSrc")) {
            return "";
        }
        return "<img" + Html.attribute("src", cleaning.address(card.text("productImageSrc")))
                + Html.optional("width", card.text("productImageWidth"))
                + Html.optional("height", card.text("productImageHeight"))
                + " class=\"kg-product-card-image\" loading=\"lazy\">";
    }

    private static String stars(Fields card) {
        if (!card.flag("productRatingEnabled", false)) {
            return "";
        }
        double rating = card.isNumber("productStarRating") ? card.number("productStarRating") : STARS;
        StringBuilder html = new StringBuilder("\n                    <div class=\"kg-product-card-rating\">\n");
        for (int i = 1; i <= STARS; i++) {
            html.append("                        <span class=\"")
                .append(rating >= i ? "kg-product-card-rating-active" : "")
                .append(" kg-product-card-rating-star\">")
                .append(STAR)
                .append("</span>\n");
        }
        return html.append("                    </div>\n                ").toString();
    }

    private static String button(Fields card, Cleaning cleaning) {
        if (!card.flag("productButtonEnabled", false)) {
            return "";
        }
        return "\n                    <a" + Html.attribute("href", cleaning.address(card.text("productUrl")))
                + " class=\"kg-product-card-button kg-product-card-btn-accent\" target=\"_blank\""
                + " rel=\"noopener noreferrer\"><span>" + cleaning.phrase(card.text("productButton"))
                + "</span></a>\n                ";
    }
}
