package coop.roseash.sx.primitive;

import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.value.Printer;

/// Strings as sequences of code points.
public final class Text {
    private Text() {}

    /// Counts the making of a string.
    static String charged(Meter meter, String text) {
        meter.work(text.length());
        meter.string(text.length());
        return text;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// The order by code points, which differs from that of UTF-16 beyond U+FFFF.
    static int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Character.isSurrogate(a)
                                ? 1
                                : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /// A part by code points, held into the string; what is passed over is work, too.
    static String slice(Meter meter, String text, long from, long to) {
        int start = skip(meter, text, 0, from);
        return text.substring(start, skip(meter, text, start, to - Math.max(0, from)));
    }

    /// The place in the text so many code points behind another, or its end.
    static int skip(Meter meter, String text, int start, long count) {
        int at = start;
        // Passing over a character takes a small part of the time that other work on it does.
        meter.work(Arguments.clamp(count, text.length() - start) >> 3);
        for (long i = 0; i < count && at < text.length(); i++) {
            at += Character.isHighSurrogate(text.charAt(at)) && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1)) ? 2 : 1;
        }
        return at;
    }

    /// The pieces as one string for people, charged before it is made.
    public static String join(Meter meter, Object[] pieces) {
        if (pieces.length == 1 && pieces[0] instanceof String only) {
            return only;
        }
        String[] texts = new String[pieces.length];
        long length = 0;
        for (int i = 0; i < pieces.length; i++) {
            texts[i] = text(meter, pieces[i]);
            length += texts[i].length();
        }
        charge(meter, length);
        return String.join("", texts);
    }

    /// The same for two, which are many.
    public static String join(Meter meter, Object first, Object second) {
        String a = text(meter, first);
        String b = text(meter, second);
        charge(meter, (long) a.length() + b.length());
        return a.concat(b);
    }

    public static String join(Meter meter, Object first, Object second, Object third) {
        String a = text(meter, first);
        String b = text(meter, second);
        String c = text(meter, third);
        charge(meter, (long) a.length() + b.length() + c.length());
        return a + b + c;
    }

    static String text(Meter meter, Object piece) {
        if (piece instanceof String text) {
            return text;
        }
        return piece instanceof Long number ? Long.toString(number) : Printer.display(piece, new Writing(meter));
    }

    private static void charge(Meter meter, long length) {
        meter.work(length);
        meter.string(length);
        if (length > Integer.MAX_VALUE - 16) {
            throw new OutOfMemoryError("string of " + length + " characters");
        }
    }
}
