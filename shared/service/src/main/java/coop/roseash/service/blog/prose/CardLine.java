package coop.roseash.service.blog.prose;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/// The `[[…]]` lines by which the text form says the platform's own cards.
final class CardLine {
    private static final String MEMBERS_ONLY = "[[members only]]";
    private static final Pattern PRODUCT = Pattern.compile("\\[\\[product ([^\\s\\[\\]]+)]]");
    private static final Pattern EVENT = Pattern.compile("\\[\\[event ([^\\s\\[\\]]+) ([^\\s\\[\\]]+)]]");
    private static final Pattern EVENTS = Pattern.compile("\\[\\[events ([^\\s\\[\\]]+)]]");
    private static final Pattern CALENDAR = Pattern.compile("\\[\\[calendar ([^\\s\\[\\]]+)]]");

    private CardLine() {}

    static Optional<String> of(JsonNode card) {
        String calendar = card.path("calendar").asText();
        String line = switch (card.path("type").asText()) {
            case "paywall" -> MEMBERS_ONLY;
            case "product" -> "[[product " + card.path("sku").asText() + "]]";
            case "event" -> card.hasNonNull("uid")
                    ? "[[event " + calendar + " " + card.path("uid").asText() + "]]"
                    : "[[events " + calendar + "]]";
            case "calendar" -> "[[calendar " + calendar + "]]";
            default -> "";
        };
        return read(line).isPresent() ? Optional.of(line) : Optional.empty();
    }

    static Optional<JsonNode> read(String line) {
        if (MEMBERS_ONLY.equals(line)) {
            return Optional.of(Blocks.card("paywall", Map.of()));
        }
        Matcher product = PRODUCT.matcher(line);
        if (product.matches()) {
            return Optional.of(Blocks.card("product", Map.of("sku", product.group(1))));
        }
        Matcher event = EVENT.matcher(line);
        if (event.matches()) {
            return Optional.of(Blocks.card("event", Map.of("calendar", event.group(1), "uid", event.group(2))));
        }
        Matcher events = EVENTS.matcher(line);
        if (events.matches()) {
            return Optional.of(Blocks.card("event", Map.of("calendar", events.group(1))));
        }
        Matcher calendar = CALENDAR.matcher(line);
        return calendar.matches()
                ? Optional.of(Blocks.card("calendar", Map.of("calendar", calendar.group(1))))
                : Optional.empty();
    }
}
