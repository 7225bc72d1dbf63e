package coop.roseash.service.blog.lexical;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The cards by their node type.
final class Cards {
    private static final Map<String, Card> BY_TYPE = Map.ofEntries(
            Map.entry("image", PictureCards::image),
            Map.entry("gallery", PictureCards::gallery),
            Map.entry("codeblock", TextCards::code),
            Map.entry("html", TextCards::html),
            Map.entry("markdown", TextCards::markdown),
            Map.entry("horizontalrule", (card, options) -> "<hr>"),
            Map.entry("paywall", (card, options) -> "<!--members-only-->"),
            Map.entry("email", (card, options) -> ""),
            Map.entry("email-cta", (card, options) -> ""),
            Map.entry("callout", TextCards::callout),
            Map.entry("toggle", TextCards::toggle),
            Map.entry("button", LinkCards::button),
            Map.entry("bookmark", LinkCards::bookmark),
            Map.entry("embed", LinkCards::embed),
            Map.entry("file", LinkCards::file),
            Map.entry("audio", MediaCards::audio),
            Map.entry("video", MediaCards::video),
            Map.entry("transistor", MediaCards::transistor),
            Map.entry("header", HeaderCards::header),
            Map.entry("signup", SignUpCard::render),
            Map.entry("call-to-action", CallToActionCard::render),
            Map.entry("product", ProductCard::render),
            Map.entry("event", PlatformCards::event),
            Map.entry("calendar", PlatformCards::calendar));

    private Cards() {}

    static @Nullable Card of(String type) {
        return BY_TYPE.get(type);
    }
}
