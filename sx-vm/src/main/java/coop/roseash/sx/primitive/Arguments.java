package coop.roseash.sx.primitive;

import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Keyword;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Numbers;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;

/// Takes arguments as the type a primitive wants, or says what is wrong.
final class Arguments {
    private Arguments() {}

    static String text(String operation, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw Numbers.wrongType(operation, "a string", value);
    }

    static SxList list(String operation, Object value) {
        if (value instanceof SxList list) {
            return list;
        }
        throw Numbers.wrongType(operation, "a list", value);
    }

    static SxDict dict(String operation, Object value) {
        if (value instanceof SxDict dict) {
            return dict;
        }
        throw Numbers.wrongType(operation, "a dict", value);
    }

    static long integer(String operation, Object value) {
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 0x1p53) {
            return number.longValue();
        }
        throw Numbers.wrongType(operation, "an integer", value);
    }

    static String key(String operation, Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Keyword keyword) {
            return keyword.name();
        }
        throw Numbers.wrongType(operation, "a string or keyword as key", value);
    }

    /// An index held into a range, as `slice` does.
    static int clamp(long index, int size) {
        return (int) Math.max(0, Math.min(index, size));
    }

    static Object optional(Object[] arguments, int index, Object otherwise) {
        return arguments.length > index ? arguments[index] : otherwise;
    }

    static Object optional(Object[] arguments, int index) {
        return optional(arguments, index, Nil.NIL);
    }

    static SxException outside(String operation, long index, int size) {
        return new SxException(ErrorCode.INDEX, operation + ": there is no item " + index + " in a list of " + size);
    }
}
