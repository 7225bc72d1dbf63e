package coop.roseash.sx.value;

import java.util.ArrayDeque;
import java.util.Deque;

/// What is asked of any value.
public final class Values {
    private Values() {}

    /// Only false and nil are falsy.
    public static boolean isTruthy(Object value) {
        return value != Boolean.FALSE && value != Nil.NIL;
    }

    /// The name of the value's type, as `type-of` gives it; compiled or not, a function is a lambda.
    public static String typeOf(Object value) {
        // No switch: the JVM would write a class for it whenever `sx` starts.
        if (value instanceof Long || value instanceof Double) {
            return "number";
        }
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof SxList) {
            return "list";
        }
        if (value instanceof SxDict) {
            return "dict";
        }
        if (value instanceof Symbol) {
            return "symbol";
        }
        if (value instanceof Keyword) {
            return "keyword";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        return value == Nil.NIL ? "nil" : typeOfOther(value);
    }

    private static String typeOfOther(Object value) {
        return switch (value) {
            case NativeFunction _ -> "native-fn";
            case Procedure _ -> "lambda";
            case Component _ -> "component";
            case Macro _ -> "macro";
            case Element _ -> "element";
            case Raw _ -> "raw";
            default -> "host";
        };
    }

    /// The same atom by type and value, or the same object.
    public static boolean identical(Object left, Object right) {
        if (left == right) {
            return true;
        }
        return isAtom(left) && left.equals(right);
    }

    private static boolean isAtom(Object value) {
        return value instanceof Long || value instanceof Double || value instanceof String || value instanceof Symbol
                || value instanceof Keyword;
    }

    /// Makes a value and all it holds refuse changes; cycles are fine.
    public static Object freeze(Object root) {
        Deque<Object> waiting = new ArrayDeque<>();
        waiting.push(root);
        while (!waiting.isEmpty()) {
            Object value = waiting.pop();
            if (value instanceof SxList list && !list.isFrozen()) {
                list.markFrozen();
                list.asList().forEach(waiting::push);
            } else if (value instanceof SxDict dict && !dict.isFrozen()) {
                dict.markFrozen();
                dict.entries().forEach(entry -> waiting.push(entry.getValue()));
            }
        }
        return root;
    }
}
