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
        return switch (value) {
            case Nil _ -> "nil";
            case Boolean _ -> "boolean";
            case Long _ -> "number";
            case Double _ -> "number";
            case String _ -> "string";
            case SxList _ -> "list";
            case SxDict _ -> "dict";
            case Symbol _ -> "symbol";
            case Keyword _ -> "keyword";
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
        return switch (left) {
            case Long _ -> left.equals(right);
            case Double _ -> left.equals(right);
            case String _ -> left.equals(right);
            case Symbol _ -> left.equals(right);
            case Keyword _ -> left.equals(right);
            default -> false;
        };
    }

    /// Makes a value and all it holds refuse changes; cycles are fine.
    public static Object freeze(Object root) {
        Deque<Object> waiting = new ArrayDeque<>();
        waiting.push(root);
        while (!waiting.isEmpty()) {
            switch (waiting.pop()) {
                case SxList list when !list.isFrozen() -> {
                    list.markFrozen();
                    list.asList().forEach(waiting::push);
                }
                case SxDict dict when !dict.isFrozen() -> {
                    dict.markFrozen();
                    dict.entries().forEach(entry -> waiting.push(entry.getValue()));
                }
                default -> {
                }
            }
        }
        return root;
    }
}
