package coop.roseash.sx.primitive;

import java.util.Locale;
import java.util.Map;

import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Keyword;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Numbers;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;

import static coop.roseash.sx.primitive.Arguments.text;

/// Strings, symbols and keywords.
final class TextPrimitives {
    private static final int WORK_AT_ONCE = 1_024;

    private TextPrimitives() {}

    static void register(Map<String, Primitive.Body> bodies) {
        bodies.put("str", Text::join);
        bodies.put("symbol-name", (_, a) -> symbolName(a[0]));
        bodies.put("keyword-name", (_, a) -> keywordName(a[0]));
        bodies.put("symbol", (_, a) -> new Symbol(text("symbol", a[0])));
        bodies.put("keyword", (_, a) -> new Keyword(text("keyword", a[0])));
        bodies.put("slice", TextPrimitives::slice);
        bodies.put("index-of", TextPrimitives::indexOf);
        bodies.put("upper",
                (meter, a) -> Writing.inPieces(meter, text("upper", a[0]), s -> s.toUpperCase(Locale.ROOT)));
        bodies.put("lower",
                (meter, a) -> Writing.inPieces(meter, text("lower", a[0]), s -> s.toLowerCase(Locale.ROOT)));
        bodies.put("trim", (meter, a) -> trim(meter, text("trim", a[0])));
        bodies.put("char-from-code", (meter, a) -> fromCode(meter, Arguments.integer("char-from-code", a[0])));
        bodies.put("char-code", (_, a) -> code(text("char-code", a[0])));
    }

    private static Object symbolName(Object value) {
        if (value instanceof Symbol symbol) {
            return symbol.name();
        }
        throw Numbers.wrongType("symbol-name", "a symbol", value);
    }

    private static Object keywordName(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Keyword keyword) {
            return keyword.name();
        }
        throw Numbers.wrongType("keyword-name", "a keyword", value);
    }

    private static Object trim(Meter meter, String text) {
        meter.work(text.length());
        String trimmed = text.strip();
        meter.string(trimmed.length());
        return trimmed;
    }

    private static Object slice(Meter meter, Object[] a) {
        long from = Arguments.integer("slice", a[1]);
        Object end = Arguments.optional(a, 2);
        long to = end == Nil.NIL ? Long.MAX_VALUE : Arguments.integer("slice", end);
        if (a[0] instanceof SxList list) {
            return slice(meter, list, from, to);
        }
        if (a[0] instanceof String text) {
            return slice(meter, text, from, to);
        }
        if (a[0] == Nil.NIL) {
            return SxList.of();
        }
        throw Numbers.wrongType("slice", "a list or string", a[0]);
    }

    private static Object slice(Meter meter, String text, long from, long to) {
        return Text.charged(meter, Text.slice(meter, text, from, to));
    }

    private static Object slice(Meter meter, SxList list, long from, long to) {
        int start = Arguments.clamp(from, list.size());
        int stop = Math.max(start, Arguments.clamp(to, list.size()));
        meter.work(stop - start);
        meter.list(stop - start);
        return list.slice(start, stop);
    }

    private static Object indexOf(Meter meter, Object[] a) {
        long from = Arguments.integer("index-of", Arguments.optional(a, 2, 0L));
        if (a[0] instanceof SxList list) {
            return indexOf(meter, list, a[1], from);
        }
        if (a[0] instanceof String text) {
            return indexOf(meter, text, text("index-of", a[1]), from);
        }
        if (a[0] == Nil.NIL) {
            return -1L;
        }
        throw Numbers.wrongType("index-of", "a list or string", a[0]);
    }

    private static Object indexOf(Meter meter, SxList list, Object item, long from) {
        for (int i = Arguments.clamp(from, list.size()); i < list.size(); i++) {
            meter.work(8);
            if (NumberPrimitives.equal(meter, list.get(i), item)) {
                return (long) i;
            }
        }
        return -1L;
    }

    private static Object indexOf(Meter meter, String text, String part, long from) {
        int start = Text.skip(meter, text, 0, from);
        int found = find(meter, text, part, start);
        return found < 0 ? -1L : (long) text.codePointCount(0, found);
    }

    /// Finds a part that begins at a code point, counting where it looked and the comparisons a hostile pair of strings
    /// forces.
    private static int find(Meter meter, String text, String part, int start) {
        int compared = 0;
        for (int at = start; at + part.length() <= text.length(); at++) {
            int same = 0;
            while (same < part.length() && text.charAt(at + same) == part.charAt(same)) {
                same++;
            }
            compared += same + 1;
            if (compared >= WORK_AT_ONCE) {
                meter.work(compared);
                compared = 0;
            }
            if (same == part.length() && !splitsPair(text, at)) {
                meter.work(compared);
                return at;
            }
        }
        meter.work(compared);
        return -1;
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static Object fromCode(Meter meter, long code) {
        if (code < 0 || code > Character.MAX_CODE_POINT
                || code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
            throw new SxException(ErrorCode.INDEX, "char-from-code: " + code + " is no character");
        }
        return Text.charged(meter, Character.toString((int) code));
    }

    private static Object code(String text) {
        return text.isEmpty() ? Nil.NIL : (Object) (long) text.codePointAt(0);
    }
}
