package coop.roseash.sx.primitive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import coop.roseash.sx.limit.Capability;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.reader.Reader;
import coop.roseash.sx.value.Component;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Position;
import coop.roseash.sx.value.Printer;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;
import coop.roseash.sx.value.Values;

import static coop.roseash.sx.primitive.Arguments.text;

/// What programs ask about programs and values, and how they stop.
final class LanguagePrimitives {
    private LanguagePrimitives() {}

    static void register(Map<String, Primitive.Body> bodies) {
        bodies.put("type-of", (_, a) -> Values.typeOf(a[0]));
        bodies.put("identical?", LanguagePrimitives::identical);
        bodies.put("serialize", LanguagePrimitives::serialize);
        bodies.put("gensym", LanguagePrimitives::gensym);
        bodies.put("sx-parse", LanguagePrimitives::parse);
        bodies.put("error", (meter, a) -> {
            throw new SxException(ErrorCode.USER_ERROR, message(meter, a));
        });
        bodies.put("apply", (_, _) -> {
            throw new IllegalStateException("apply belongs to the engines");
        });
        bodies.put("print", (meter, a) -> {
            meter.print(Text.join(meter, a));
            return Nil.NIL;
        });
        bodies.put("now", (meter, a) -> {
            meter.require(Capability.CLOCK, "now");
            return Text.charged(meter, Instant.now().toString());
        });
        bodies.put("bracketed", (_, a) -> Arguments.list("bracketed", a[0]).bracketed());
        bodies.put("bracketed?", (_, a) -> a[0] instanceof SxList list && list.isBracketed());
        bodies.put("source-position", LanguagePrimitives::position);
        bodies.put("make-component", LanguagePrimitives::component);
    }

    private static Object identical(Meter meter, Object[] a) {
        if (a[0] instanceof String text && a[1] instanceof String) {
            meter.work(text.length());
        }
        return Values.identical(a[0], a[1]);
    }

    private static Object serialize(Meter meter, Object[] a) {
        String text = Printer.serialize(a[0], new Writing(meter));
        meter.string(text.length());
        return text;
    }

    private static Object gensym(Meter meter, Object[] a) {
        String prefix = a.length == 0 ? "g" : text("gensym", a[0]);
        return new Symbol(Text.charged(meter, prefix + "#" + meter.nextSymbol()));
    }

    private static Object parse(Meter meter, Object[] a) {
        String source = text("sx-parse", a[0]);
        // What is read is a few times larger than its text.
        meter.work(source.length() * 8L);
        meter.allocate(source.length() * (long) Meter.SLOT);
        return Reader.read(source, meter.limits(), meter::poll);
    }

    private static String message(Meter meter, Object[] a) {
        StringBuilder message = new StringBuilder(Text.charged(meter, Text.text(meter, a[0])));
        for (int i = 1; i < a.length; i++) {
            String more = Printer.serialize(a[i], new Writing(meter));
            meter.string(more.length());
            if (message.length() < SxException.LONGEST_MESSAGE) {
                message.append(' ').append(more);
            }
        }
        return message.toString();
    }

    private static Object position(Meter meter, Object[] a) {
        int position = 0;
        if (a[0] instanceof SxList list) {
            position = a.length == 1
                    ? list.position()
                    : list.position(Arguments.integer("source-position", a[1]));
        }
        meter.list(2);
        return SxList.of((long) Position.line(position), (long) Position.column(position));
    }

    private static Object component(Meter meter, Object[] a) {
        SxList keys = Arguments.list("make-component", a[1]);
        meter.allocate(Meter.CLOSURE);
        List<String> names = new ArrayList<>();
        keys.asList().forEach(key -> names.add(text("make-component", key)));
        return new Component(text("make-component", a[0]), List.copyOf(names), Values.isTruthy(a[2]), a[3]);
    }
}
