package coop.roseash.sx.script;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.NullUnmarked;

import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;

/// Values of Java as values of SX and back. Lists that are deep or hold themselves keep their form.
@NullUnmarked
final class Conversion {
    private static final int LONG_BITS = 63;
    private final Map<Object, Object> made = new IdentityHashMap<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private Conversion() {}

    static Object toSx(Object value) {
        Conversion conversion = new Conversion();
        return conversion.finished(conversion.sx(value));
    }

    static Object toJava(Object value) {
        Conversion conversion = new Conversion();
        return conversion.finished(conversion.java(value));
    }

    /// What lies inside of containers is converted after them, so that no depth needs the host's stack.
    private Object finished(Object value) {
        while (!waiting.isEmpty()) {
            waiting.pop().run();
        }
        return value;
    }

    private Object sx(Object value) {
        return switch (value) {
            case null -> Nil.NIL;
            case Boolean truth -> truth ? Boolean.TRUE : Boolean.FALSE;
            case Float number -> number.doubleValue();
            case Double number -> number;
            case BigDecimal number -> number.doubleValue();
            case BigInteger number -> integer(number);
            case Number number -> number.longValue();
            case Character character -> character.toString();
            case CharSequence text -> text.toString();
            case Object[] items -> list(items, Arrays.asList(items));
            case List<?> items -> list(items, items);
            case Map<?, ?> entries -> dict(entries);
            default -> value;
        };
    }

    private static Long integer(BigInteger number) {
        if (number.bitLength() > LONG_BITS) {
            throw new SxException(ErrorCode.ARITHMETIC_OVERFLOW, number + " is beyond 64-bit integers");
        }
        return number.longValue();
    }

    private Object list(Object key, List<?> items) {
        return made.computeIfAbsent(key, _ -> {
            SxList list = new SxList();
            waiting.push(() -> items.forEach(item -> list.add(sx(item))));
            return list;
        });
    }

    private Object dict(Map<?, ?> entries) {
        return made.computeIfAbsent(entries, _ -> {
            SxDict dict = new SxDict();
            waiting.push(() -> entries.forEach((key, item) -> dict.put(String.valueOf(key), sx(item))));
            return dict;
        });
    }

    private Object java(Object value) {
        return switch (value) {
            case Nil _ -> null;
            case SxList list -> made.computeIfAbsent(list, _ -> {
                List<Object> items = new ArrayList<>();
                waiting.push(() -> list.asList().forEach(item -> items.add(java(item))));
                return items;
            });
            case SxDict dict -> made.computeIfAbsent(dict, _ -> {
                Map<String, Object> map = new LinkedHashMap<>();
                waiting.push(() -> dict.entries().forEach(entry -> map.put(entry.getKey(), java(entry.getValue()))));
                return map;
            });
            default -> value;
        };
    }

    /// A result as a method's type wants it.
    static Object as(Class<?> type, Object value) {
        if (!(value instanceof Number number) || type.isInstance(value)) {
            return type == void.class ? null : value;
        }
        return switch (type.getName()) {
            case "byte", "java.lang.Byte" -> number.byteValue();
            case "short", "java.lang.Short" -> number.shortValue();
            case "int", "java.lang.Integer" -> Math.toIntExact(number.longValue());
            case "float", "java.lang.Float" -> number.floatValue();
            case "double", "java.lang.Double" -> number.doubleValue();
            case "void" -> null;
            default -> value;
        };
    }
}
