package coop.roseash.sx.primitive;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

import coop.roseash.sx.limit.Capability;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.render.Html;
import coop.roseash.sx.render.Markdown;
import coop.roseash.sx.render.Renderer;
import coop.roseash.sx.value.Element;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Numbers;
import coop.roseash.sx.value.Raw;
import coop.roseash.sx.value.SxException;

import static coop.roseash.sx.primitive.Arguments.text;

/// What pages are made of.
final class PagePrimitives {
    private static final int LONGEST_DATE = 200;

    private PagePrimitives() {}

    static void register(Map<String, Primitive.Body> bodies) {
        bodies.put("json-encode", (meter, a) -> {
            String json = JsonWriter.write(a[0], new Writing(meter));
            meter.string(json.length());
            return json;
        });
        bodies.put("format-date", PagePrimitives::formatDate);
        bodies.put("strip-tags", (meter, a) -> stripTags(meter, text("strip-tags", a[0])));
        bodies.put("escape", (meter, a) -> Writing.inPieces(meter, text("escape", a[0]), Html::escape));
        bodies.put("url-encode", (meter, a) -> Writing.inPieces(meter, text("url-encode", a[0]),
                s -> URLEncoder.encode(s, StandardCharsets.UTF_8).replace("+", "%20")));
        bodies.put("money",
                (meter, a) -> Text.charged(meter, money(Arguments.integer("money", a[0]), text("money", a[1]))));
        bodies.put("pluralize", (meter, a) -> Numbers.equal(number(a[0]), 1L)
                ? text("pluralize", a[1])
                : a.length == 3
                        ? text("pluralize", a[2])
                        : Text.charged(meter, text("pluralize", a[1]) + "s"));
        bodies.put("truncate", PagePrimitives::truncate);
        bodies.put("markdown", (meter, a) -> {
            String source = text("markdown", a[0]);
            meter.work(source.length() * 8L);
            String html = Markdown.html(source, length -> {
                meter.poll();
                meter.requireRoom(length);
            });
            return new Raw(Text.charged(meter, html));
        });
        bodies.put("asset-url", (meter, a) -> Text.charged(meter, "/assets/" + text("asset-url", a[0])));
        bodies.put("element", PagePrimitives::element);
        bodies.put("raw!", (meter, a) -> {
            meter.require(Capability.RAW, "raw!");
            return new Raw(text("raw!", a[0]));
        });
        bodies.put("render-to-html", (meter, a) -> Renderer.render(meter, a[0]));
    }

    private static Object number(Object value) {
        Numbers.toDouble("pluralize", value);
        return value;
    }

    private static Object element(Meter meter, Object[] a) {
        meter.allocate(Meter.ENTRY);
        return new Element(text("element", a[0]), Arguments.dict("element", a[1]), Arguments.list("element", a[2]));
    }

    private static Object formatDate(Meter meter, Object[] a) {
        String date = text("format-date", a[0]);
        String pattern = text("format-date", Arguments.optional(a, 1, "d MMMM yyyy"));
        if (date.length() > LONGEST_DATE || pattern.length() > LONGEST_DATE) {
            throw new SxException(ErrorCode.TYPE,
                    "format-date wants a date and a pattern of at most " + LONGEST_DATE + " characters");
        }
        meter.work(date.length() + (long) pattern.length());
        try {
            return Text.charged(meter, DateTimeFormatter.ofPattern(pattern, Locale.UK).format(parse(date)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new SxException(ErrorCode.TYPE,
                    "format-date cannot write " + date + " as " + pattern + ": " + e.getMessage());
        }
    }

    private static TemporalAccessor parse(String date) {
        if (date.indexOf('T') < 0) {
            return LocalDate.parse(date);
        }
        return DateTimeFormatter.ISO_DATE_TIME.parseBest(date, OffsetDateTime::from, LocalDateTime::from);
    }

    private static String stripTags(Meter meter, String html) {
        meter.work(html.length());
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            int end = tag < 0 ? -1 : html.indexOf('>', tag);
            text.append(html, at, tag < 0 ? html.length() : tag);
            at = tag < 0 || end < 0 ? html.length() : end + 1;
        }
        return Text.charged(meter, text.toString());
    }

    private static String money(long minor, String code) {
        try {
            Currency currency = Currency.getInstance(code);
            String amount = BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits()))
                .abs()
                .toPlainString();
            String symbol = switch (code) {
                case "GBP" -> "£";
                case "EUR" -> "€";
                case "USD" -> "$";
                default -> code + " ";
            };
            return (minor < 0 ? "-" : "") + symbol + amount;
        } catch (IllegalArgumentException _) {
            throw new SxException(ErrorCode.TYPE, "money: there is no currency " + code);
        }
    }

    private static Object truncate(Meter meter, Object[] a) {
        String full = text("truncate", a[0]);
        long length = Arguments.integer("truncate", a[1]);
        String end = text("truncate", Arguments.optional(a, 2, "…"));
        meter.work(full.length());
        return Text.length(full) <= length
                ? full
                : Text.charged(meter, Text.slice(meter, full, 0, length).stripTrailing() + end);
    }
}
