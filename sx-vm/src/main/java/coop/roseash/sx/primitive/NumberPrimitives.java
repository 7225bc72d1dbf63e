package coop.roseash.sx.primitive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import coop.roseash.sx.limit.Capability;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.value.Equality;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Numbers;
import coop.roseash.sx.value.SxException;

/// Arithmetic and comparison.
public final class NumberPrimitives {
    private static final int MOST_PLACES = 30;

    private NumberPrimitives() {}

    static void register(Map<String, Primitive.Body> bodies) {
        bodies.put("+", (_, a) -> add(a));
        bodies.put("-", (_, a) -> subtract(a));
        bodies.put("*", (_, a) -> multiply(a));
        bodies.put("/", (_, a) -> divide(a));
        bodies.put("mod", (_, a) -> Numbers.modulo(a[0], a[1]));
        bodies.put("floor", (_, a) -> Numbers.floor(a[0]));
        bodies.put("pow", (_, a) -> Numbers.power(a[0], a[1]));
        bodies.put("sqrt", (_, a) -> Numbers.squareRoot(a[0]));
        bodies.put("=", NumberPrimitives::allEqual);
        bodies.put("<", (meter, a) -> ordered(meter, "<", a));
        bodies.put(">", (meter, a) -> ordered(meter, ">", a));
        bodies.put("random-int", NumberPrimitives::random);
        bodies.put("parse-int",
                (meter, a) -> parse(meter, Arguments.text("parse-int", a[0]), Arguments.optional(a, 1)));
        bodies.put("format-decimal", NumberPrimitives::formatDecimal);
    }

    private static Object number(String operation, Object value) {
        Numbers.toDouble(operation, value);
        return value;
    }

    private static Object add(Object[] a) {
        if (a.length == 2) {
            return Numbers.add(a[0], a[1]);
        }
        Object sum = a.length == 0 ? (Object) 0L : number("+", a[0]);
        for (int i = 1; i < a.length; i++) {
            sum = Numbers.add(sum, a[i]);
        }
        return sum;
    }

    private static Object subtract(Object[] a) {
        if (a.length == 1) {
            return a[0] instanceof Double number ? (Object) (-number) : Numbers.subtract(0L, a[0]);
        }
        Object difference = a[0];
        for (int i = 1; i < a.length; i++) {
            difference = Numbers.subtract(difference, a[i]);
        }
        return difference;
    }

    private static Object multiply(Object[] a) {
        Object product = a.length == 0 ? (Object) 1L : number("*", a[0]);
        for (int i = 1; i < a.length; i++) {
            product = Numbers.multiply(product, a[i]);
        }
        return product;
    }

    private static Object divide(Object[] a) {
        if (a.length == 1) {
            return Numbers.divide(1L, a[0]);
        }
        Object quotient = a[0];
        for (int i = 1; i < a.length; i++) {
            quotient = Numbers.divide(quotient, a[i]);
        }
        return quotient;
    }

    private static Object allEqual(Meter meter, Object[] a) {
        for (int i = 1; i < a.length; i++) {
            if (!equal(meter, a[i - 1], a[i])) {
                return false;
            }
        }
        return true;
    }

    /// Deep equality, its work counted.
    public static boolean equal(Meter meter, Object left, Object right) {
        return Equality.equal(left, right, meter::work);
    }

    private static Object ordered(Meter meter, String operation, Object[] a) {
        boolean ordered = true;
        for (int i = 1; i < a.length; i++) {
            ordered &= operation.equals("<")
                    ? less(meter, operation, a[i - 1], a[i])
                    : less(meter, operation, a[i], a[i - 1]);
        }
        if (a.length == 1 && !(a[0] instanceof String)) {
            number(operation, a[0]);
        }
        return ordered;
    }

    /// The order of two numbers, or of two strings by code points.
    public static boolean less(Meter meter, String operation, Object left, Object right) {
        if (left instanceof String a && right instanceof String b) {
            meter.work(Math.min(a.length(), b.length()));
            return Text.compare(a, b) < 0;
        }
        return Numbers.less(operation, left, right);
    }

    private static Object random(Meter meter, Object[] a) {
        meter.require(Capability.RANDOM, "random-int");
        long low = a.length == 1 ? 0 : Arguments.integer("random-int", a[0]);
        long high = Arguments.integer("random-int", a[a.length - 1]);
        if (low >= high) {
            throw new SxException(ErrorCode.INDEX, "random-int wants a range that is not empty");
        }
        return ThreadLocalRandom.current().nextLong(low, high);
    }

    private static Object parse(Meter meter, String text, Object otherwise) {
        meter.work(text.length());
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    private static Object formatDecimal(Meter meter, Object[] a) {
        long places = Arguments.integer("format-decimal", Arguments.optional(a, 1, 2L));
        double number = Numbers.toDouble("format-decimal", a[0]);
        if (places < 0 || places > MOST_PLACES) {
            throw new SxException(ErrorCode.INDEX, "format-decimal wants 0 to " + MOST_PLACES + " places");
        }
        if (!Double.isFinite(number)) {
            return Numbers.display(number);
        }
        BigDecimal exact = a[0] instanceof Long whole
                ? BigDecimal.valueOf(whole)
                : new BigDecimal(Double.toString(number));
        return Text.charged(meter, exact.setScale((int) places, RoundingMode.HALF_UP).toPlainString());
    }
}
