package coop.roseash.sx.primitive;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Keyword;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Numbers;
import coop.roseash.sx.value.Printer;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;

/// Writes values as JSON without recursion.
public final class JsonWriter {
    private static final int REPORT_EVERY = 256;
    private final IntConsumer progress;
    private int reported;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<Object> within = Collections.newSetFromMap(new IdentityHashMap<>());

    private static final class Open {
        final Object container;
        final Iterator<?> items;
        final char close;
        boolean separated;

        Open(Object container, Iterator<?> items, char close) {
            this.container = container;
            this.items = items;
            this.close = close;
        }
    }

    private JsonWriter(IntConsumer progress) {
        this.progress = progress;
    }

    public static String write(Object value, IntConsumer progress) {
        JsonWriter writer = new JsonWriter(progress);
        writer.value(value);
        while (!writer.open.isEmpty()) {
            writer.step(writer.open.element());
            writer.reportOften();
        }
        progress.accept(writer.out.length() - writer.reported);
        return writer.out.toString();
    }

    private void reportOften() {
        if (out.length() - reported >= REPORT_EVERY) {
            progress.accept(out.length() - reported);
            reported = out.length();
        }
    }

    private void step(Open top) {
        if (!top.items.hasNext()) {
            out.append(top.close);
            within.remove(top.container);
            open.pop();
            return;
        }
        if (top.separated) {
            out.append(',');
        }
        top.separated = true;
        Object item = top.items.next();
        if (item instanceof Map.Entry<?, ?> entry) {
            string((String) entry.getKey());
            out.append(':');
            value(entry.getValue());
        } else {
            value(item);
        }
    }

    private void value(Object value) {
        switch (value) {
            case Nil _ -> out.append("null");
            case Boolean _ -> out.append(value);
            case Long _ -> out.append(value);
            case Double number -> out.append(Double.isFinite(number) ? Numbers.serialize(number) : "null");
            case String text -> string(text);
            case Symbol symbol -> string(symbol.name());
            case Keyword keyword -> string(keyword.name());
            case SxList list -> enter(list, '[', list.asList().iterator(), ']');
            case SxDict dict -> enter(dict, '{', dict.entries().iterator(), '}');
            default -> throw Numbers.wrongType("json-encode", "data", value);
        }
    }

    private void enter(Object container, char opening, Iterator<?> items, char close) {
        if (!within.add(container)) {
            throw new SxException(ErrorCode.TYPE, "json-encode: a value that contains itself cannot be written");
        }
        out.append(opening);
        open.push(new Open(container, items, close));
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            reportOften();
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                // Safe inside a script element, too.
                case '<', '>', '&', '\u2028', '\u2029' -> Printer.escape(out, c);
                default -> {
                    if (c < ' ') {
                        Printer.escape(out, c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
