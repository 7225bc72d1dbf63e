package coop.roseash.sx.value;

import java.math.BigDecimal;

/// Arithmetic on 64-bit integers and doubles that never wraps, and their text.
public final class Numbers {
    private static final double TWO_TO_63 = 0x1p63;
    private static final double LAST_PLAIN_WHOLE = 1e15;

    private Numbers() {}

    public static Object add(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            long sum = a + b;
            if (((a ^ sum) & (b ^ sum)) < 0) {
                throw overflow("+", a, b);
            }
            return sum;
        }
        return toDouble("+", left) + toDouble("+", right);
    }

    public static Object subtract(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            long difference = a - b;
            if (((a ^ b) & (a ^ difference)) < 0) {
                throw overflow("-", a, b);
            }
            return difference;
        }
        return toDouble("-", left) - toDouble("-", right);
    }

    public static Object multiply(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            long high = Math.multiplyHigh(a, b);
            long low = a * b;
            if (high != low >> 63) {
                throw overflow("*", a, b);
            }
            return low;
        }
        return toDouble("*", left) * toDouble("*", right);
    }

    /// Exact when the divisor divides, else a double.
    public static Object divide(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            requireNonZero(b, "/", a);
            if (a == Long.MIN_VALUE && b == -1) {
                throw overflow("/", a, b);
            }
            return a % b == 0 ? (Object) (a / b) : (Object) ((double) a / (double) b);
        }
        return toDouble("/", left) / toDouble("/", right);
    }

    /// The remainder with the sign of the divisor.
    public static Object modulo(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            requireNonZero(b, "mod", a);
            return Math.floorMod(a, b);
        }
        double a = toDouble("mod", left);
        double b = toDouble("mod", right);
        double remainder = a % b;
        return remainder != 0 && remainder < 0 != b < 0 ? remainder + b : remainder;
    }

    private static void requireNonZero(long divisor, String operation, long dividend) {
        if (divisor == 0) {
            throw zero(operation, dividend);
        }
    }

    public static SxException zero(String operation, long dividend) {
        return new SxException(ErrorCode.DIVISION_BY_ZERO, "(" + operation + " " + dividend + " 0) divides by zero");
    }

    /// The largest integer that is not above the number; a double too large for one stays as it is.
    public static Object floor(Object value) {
        if (value instanceof Long) {
            return value;
        }
        double floor = Math.floor(toDouble("floor", value));
        return floor >= -TWO_TO_63 && floor < TWO_TO_63 ? (Object) (long) floor : (Object) floor;
    }

    /// A square root, an integer when it is exactly one.
    public static Object squareRoot(Object value) {
        if (value instanceof Long number && number >= 0) {
            long root = (long) Math.sqrt(number);
            for (long candidate = Math.max(0, root - 1); candidate <= root + 1; candidate++) {
                if (candidate <= 3_037_000_499L && candidate * candidate == number) {
                    return candidate;
                }
            }
        }
        return Math.sqrt(toDouble("sqrt", value));
    }

    /// Exact for integers with an exponent that is not negative.
    public static Object power(Object base, Object exponent) {
        if (base instanceof Long b && exponent instanceof Long e && e >= 0) {
            return integerPower(b, e);
        }
        return Math.pow(toDouble("pow", base), toDouble("pow", exponent));
    }

    private static Object integerPower(long base, long exponent) {
        if (base == 0 || base == 1) {
            return exponent == 0 ? 1L : base;
        }
        if (base == -1) {
            return (exponent & 1) == 0 ? 1L : -1L;
        }
        if (exponent > 63) {
            throw overflow("pow", base, exponent);
        }
        long result = 1;
        for (long i = 0; i < exponent; i++) {
            if (Math.multiplyHigh(result, base) != result * base >> 63) {
                throw overflow("pow", base, exponent);
            }
            result *= base;
        }
        return result;
    }

    /// Negative, zero or positive, exact even between integers and doubles; neither number may be NaN.
    private static int compareMixed(long left, double right) {
        if (right >= TWO_TO_63) {
            return -1;
        }
        if (right < -TWO_TO_63) {
            return 1;
        }
        long whole = (long) right;
        if (left != whole) {
            return Long.compare(left, whole);
        }
        double fraction = right - whole;
        return fraction > 0 ? -1 : fraction < 0 ? 1 : 0;
    }

    /// Whether two numbers are in order; false for NaN.
    public static boolean less(String operation, Object left, Object right) {
        if (left instanceof Long a) {
            if (right instanceof Long b) {
                return a < b;
            }
            double b = toDouble(operation, right);
            return !Double.isNaN(b) && compareMixed(a, b) < 0;
        }
        double a = toDouble(operation, left);
        if (right instanceof Long b) {
            return !Double.isNaN(a) && compareMixed(b, a) > 0;
        }
        return a < toDouble(operation, right);
    }

    /// Whether two numbers are equal by value: `(= 1 1.0)` is true.
    public static boolean equal(Object left, Object right) {
        if (left instanceof Long a) {
            return right instanceof Long b
                    ? a.longValue() == b.longValue()
                    : right instanceof Double d && !Double.isNaN(d) && compareMixed(a, d) == 0;
        }
        double a = (Double) left;
        return right instanceof Long b
                ? !Double.isNaN(a) && compareMixed(b, a) == 0
                : right instanceof Double d && a == d;
    }

    public static double toDouble(String operation, Object value) {
        if (value instanceof Double number) {
            return number;
        }
        if (value instanceof Long number) {
            return number;
        }
        throw wrongType(operation, "a number", value);
    }

    public static SxException wrongType(String operation, String wanted, Object given) {
        return new SxException(ErrorCode.TYPE, operation + " wants " + wanted + ", but was given " + brief(given));
    }

    private static String brief(Object given) {
        return switch (given) {
            case Nil _ -> "nil";
            case Boolean _ -> Printer.serialize(given);
            case Long _ -> Printer.serialize(given);
            case Double _ -> Printer.serialize(given);
            case Symbol _ -> Printer.serialize(given);
            case Keyword _ -> Printer.serialize(given);
            case String text ->
                "the string " + Printer.serialize(text.length() <= 40 ? text : text.substring(0, 39) + "…");
            default -> "a " + Values.typeOf(given);
        };
    }

    public static SxException overflow(String operation, long left, long right) {
        return new SxException(ErrorCode.ARITHMETIC_OVERFLOW, "(" + operation + " " + left + " " + right
                + ") is beyond 64-bit integers; use a double such as 1.0 if an approximate result will do");
    }

    /// The text that reads back as the same double.
    public static String serialize(double number) {
        if (Double.isNaN(number)) {
            return "+nan.0";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "+inf.0" : "-inf.0";
        }
        if (number == Math.rint(number) && Math.abs(number) < LAST_PLAIN_WHOLE) {
            return Double.toString(number).indexOf('E') < 0
                    ? Double.toString(number)
                    : new BigDecimal(number).toPlainString() + ".0";
        }
        return Double.toString(number).replace(".0E", "E").replace('E', 'e');
    }

    /// The text for people: as above, but 2.0 is 2.
    public static String display(double number) {
        String text = serialize(number);
        if (number == 0) {
            return "0";
        }
        return text.endsWith(".0") && Double.isFinite(number) ? text.substring(0, text.length() - 2) : text;
    }
}
