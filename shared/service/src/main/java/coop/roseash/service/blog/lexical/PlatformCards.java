package coop.roseash.service.blog.lexical;

/// Cards of the platform itself: placeholders for the fragments other apps lend.
final class PlatformCards {
    private PlatformCards() {}

    static String product(Fields card) {
        return placeholder("product-card", "sku", card.text("sku"));
    }

    /// One entry by its UID, or the next ones of a calendar.
    static String event(Fields card, RenderOptions options) {
        return card.has("uid")
                ? placeholder("entry-card", "calendar", card.text("calendar"), "uid", card.text("uid"))
                : placeholder("upcoming-entries", "calendar", card.text("calendar"), "limit", card.text("limit", "3"));
    }

    static String calendar(Fields card, RenderOptions options) {
        return card.has("calendar") ? placeholder("calendar-widget", "calendar", card.text("calendar")) : "";
    }

    private static String placeholder(String type, String... parameters) {
        StringBuilder html = new StringBuilder("<!--fragment:").append(type);
        for (int i = 0; i < parameters.length; i += 2) {
            String value = parameters[i + 1].replaceAll("[\"<>]|--", "");
            if (!value.isEmpty()) {
                html.append(' ').append(parameters[i]).append("=\"").append(value).append('"');
            }
        }
        return html.append("-->").toString();
    }
}
