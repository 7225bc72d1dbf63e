package coop.roseash.sx.value;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/// Prints values without recursion, so that no depth or cycle of lists can harm the host.
public final class Printer {
    private static final int REPORT_EVERY = 256;
    private static final String HEXADECIMAL = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();
    private final IntConsumer progress;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<Object> within = Collections.newSetFromMap(new IdentityHashMap<>());
    private final int most;
    private int reported;

    private Printer(IntConsumer progress, int most) {
        this.progress = progress;
        this.most = most;
    }

    private static final class Open {
        final Object container;
        final Iterator<?> items;
        final char close;
        boolean spaced;

        Open(Object container, Iterator<?> items, char close, boolean spaced) {
            this.container = container;
            this.items = items;
            this.close = close;
            this.spaced = spaced;
        }
    }

    /// The text that reads back as an equal value.
    public static String serialize(Object value) {
        return serialize(value, _ -> {
        });
    }

    /// The same, reporting how many more characters were written so that a meter may stop it.
    public static String serialize(Object value, IntConsumer progress) {
        return new Printer(progress, Integer.MAX_VALUE).print(value);
    }

    /// The beginning of that text, for messages: a value that contains itself has one, too.
    public static String brief(Object value, int most) {
        Printer printer = new Printer(_ -> {
        }, most);
        String text = printer.print(value);
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).stripTrailing() + "…";
    }

    /// The text for people: strings as they are, nil as nothing, whole doubles without a point.
    public static String display(Object value, IntConsumer progress) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Long number) {
            return Long.toString(number);
        }
        if (value instanceof Double number) {
            return Numbers.display(number);
        }
        if (value instanceof Raw raw) {
            return raw.html();
        }
        return value == Nil.NIL ? "" : serialize(value, progress);
    }

    private String print(Object root) {
        begin(root);
        while (!open.isEmpty() && out.length() / 2 <= most) {
            Open top = open.peek();
            if (top.items.hasNext()) {
                next(top);
            } else {
                out.append(top.close);
                within.remove(top.container);
                open.pop();
            }
            reportOften();
        }
        report();
        return out.toString();
    }

    private void reportOften() {
        if (out.length() - reported >= REPORT_EVERY) {
            report();
        }
    }

    private void report() {
        progress.accept(out.length() - reported);
        reported = out.length();
    }

    private void next(Open top) {
        if (top.spaced) {
            out.append(' ');
        }
        top.spaced = true;
        Object item = top.items.next();
        if (item instanceof Map.Entry<?, ?> entry) {
            key((String) entry.getKey());
            out.append(' ');
            begin(entry.getValue());
        } else {
            begin(item);
        }
    }

    private void begin(Object value) {
        if (value instanceof String text) {
            quote(text);
        } else if (value instanceof Double number) {
            out.append(Numbers.serialize(number));
        } else if (value instanceof SxList list) {
            enter(list, "(", list.asList().iterator(), ')', false);
        } else if (value instanceof SxDict dict) {
            enter(dict, "{", dict.entries().iterator(), '}', false);
        } else if (value instanceof Long || value instanceof Symbol || value instanceof Keyword
                || value instanceof Nil || value instanceof Boolean) {
            out.append(value);
        } else {
            beginOther(value);
        }
    }

    private void beginOther(Object value) {
        switch (value) {
            case Element element -> enter(element, "(" + element.tag(), parts(element), ')', true);
            case Raw raw -> {
                out.append("(raw! ");
                quote(raw.html());
                out.append(')');
            }
            case NativeFunction function -> out.append("<native-fn ").append(function.name()).append('>');
            case Procedure procedure -> out.append("<lambda ").append(procedure.name()).append('>');
            case Component component -> out.append("<component ").append(component.name()).append('>');
            case Macro macro -> out.append("<macro ").append(macro.name()).append('>');
            default -> out.append(value);
        }
    }

    private static Iterator<?> parts(Element element) {
        List<Iterator<?>> both = List.of(element.attributes().entries().iterator(),
                element.children().asList().iterator());
        return new Iterator<Object>() {
            @Override
            public boolean hasNext() {
                return both.get(0).hasNext() || both.get(1).hasNext();
            }

            @Override
            public Object next() {
                return both.get(0).hasNext() ? both.get(0).next() : both.get(1).next();
            }
        };
    }

    private void enter(Object container, String opening, Iterator<?> items, char close, boolean spaced) {
        if (!within.add(container) && most == Integer.MAX_VALUE) {
            throw new SxException(ErrorCode.TYPE, "a list or dict that contains itself cannot be written out");
        }
        out.append(opening);
        open.push(new Open(container, items, close, spaced));
    }

    private void key(String name) {
        if (isPlainName(name)) {
            out.append(':').append(name);
        } else {
            quote(name);
        }
    }

    private static boolean isPlainName(String name) {
        return !name.isEmpty() && name.chars().allMatch(Printer::isNameCharacter);
    }

    /// True of the characters of symbols and keywords.
    public static boolean isNameCharacter(int c) {
        return c > ' ' && c != 0x7f && "()[]{}\"'`,;".indexOf(c) < 0 && !Character.isWhitespace(c)
                && !Character.isSpaceChar(c);
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length() && out.length() / 2 <= most; i++) {
            character(text, i);
            reportOften();
        }
        out.append('"');
    }

    private void character(String text, int index) {
        char c = text.charAt(index);
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ' || c == 0x7f || isLoneSurrogate(text, index)) {
                    escape(out, c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    /// Appends a character as backslash, u and four digits.
    public static void escape(StringBuilder out, char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEXADECIMAL.charAt(c >> shift & 0xf));
        }
    }

    private static boolean isLoneSurrogate(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
