package coop.roseash.sx.vm;

import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.primitive.CollectionPrimitives;
import coop.roseash.sx.primitive.NumberPrimitives;
import coop.roseash.sx.primitive.Text;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Numbers;
import coop.roseash.sx.value.SxList;

/// The work of instructions, for the VM's loop and for compiled functions.
///
/// Compiled functions count several steps at once. `steps` are those not counted yet, the operation's own among them:
/// they are counted before anything that can fail or look at the fuel, and taken back if that did not fail.
public final class Operations {
    private Operations() {}

    public static Object add(Object left, Object right, Meter meter, int steps) {
        if (left instanceof Long a && right instanceof Long b) {
            return add((long) a, (long) b, meter, steps);
        }
        meter.fuel += steps;
        Object sum = Numbers.add(left, right);
        meter.fuel -= steps;
        return sum;
    }

    public static long add(long left, long right, Meter meter, int steps) {
        try {
            return Math.addExact(left, right);
        } catch (ArithmeticException _) {
            meter.fuel += steps;
            throw Numbers.overflow("+", left, right);
        }
    }

    public static Object subtract(Object left, Object right, Meter meter, int steps) {
        if (left instanceof Long a && right instanceof Long b) {
            return subtract((long) a, (long) b, meter, steps);
        }
        meter.fuel += steps;
        Object difference = Numbers.subtract(left, right);
        meter.fuel -= steps;
        return difference;
    }

    public static long subtract(long left, long right, Meter meter, int steps) {
        try {
            return Math.subtractExact(left, right);
        } catch (ArithmeticException _) {
            meter.fuel += steps;
            throw Numbers.overflow("-", left, right);
        }
    }

    public static Object multiply(Object left, Object right, Meter meter, int steps) {
        if (left instanceof Long a && right instanceof Long b) {
            return multiply((long) a, (long) b, meter, steps);
        }
        meter.fuel += steps;
        Object product = Numbers.multiply(left, right);
        meter.fuel -= steps;
        return product;
    }

    public static long multiply(long left, long right, Meter meter, int steps) {
        try {
            return Math.multiplyExact(left, right);
        } catch (ArithmeticException _) {
            meter.fuel += steps;
            throw Numbers.overflow("*", left, right);
        }
    }

    public static Object modulo(Object left, Object right, Meter meter, int steps) {
        if (left instanceof Long a && right instanceof Long b && b != 0) {
            return Math.floorMod(a, b);
        }
        meter.fuel += steps;
        Object remainder = Numbers.modulo(left, right);
        meter.fuel -= steps;
        return remainder;
    }

    public static long modulo(long left, long right, Meter meter, int steps) {
        if (right == 0) {
            meter.fuel += steps;
            throw Numbers.zero("mod", left);
        }
        return Math.floorMod(left, right);
    }

    public static boolean less(long left, long right, Meter meter, int steps) {
        return left < right;
    }

    public static boolean less(Object left, Object right, Meter meter, int steps) {
        if (left instanceof Long a && right instanceof Long b) {
            return a < b;
        }
        meter.fuel += steps;
        boolean less = NumberPrimitives.less(meter, "<", left, right);
        meter.fuel -= steps;
        return less;
    }

    public static boolean greater(long left, long right, Meter meter, int steps) {
        return left > right;
    }

    public static boolean greater(Object left, Object right, Meter meter, int steps) {
        if (left instanceof Long a && right instanceof Long b) {
            return a > b;
        }
        meter.fuel += steps;
        boolean greater = NumberPrimitives.less(meter, ">", right, left);
        meter.fuel -= steps;
        return greater;
    }

    public static boolean equal(long left, long right, Meter meter, int steps) {
        return left == right;
    }

    public static boolean equal(Object left, Object right, Meter meter, int steps) {
        if (left instanceof Long a && right instanceof Long b) {
            return a.longValue() == b.longValue();
        }
        if (left == Nil.NIL || right == Nil.NIL) {
            return left == right;
        }
        meter.fuel += steps;
        boolean equal = NumberPrimitives.equal(meter, left, right);
        meter.fuel -= steps;
        return equal;
    }

    public static Object get(Object collection, Object key, Meter meter, int steps) {
        if (collection instanceof SxList list && key instanceof Long index && index >= 0 && index < list.size()) {
            return list.get((int) (long) index);
        }
        meter.fuel += steps;
        Object found = CollectionPrimitives.get(meter, collection, key);
        meter.fuel -= steps;
        return found;
    }

    public static Object get(Object collection, long index, Meter meter, int steps) {
        return collection instanceof SxList list && index >= 0 && index < list.size()
                ? list.get((int) index)
                : get(collection, (Object) index, meter, steps);
    }

    public static Object append(Object list, Object item, Meter meter) {
        return CollectionPrimitives.append(meter, list, item);
    }

    public static Object global(Globals.Cell cell, Meter meter, int steps) {
        if (!cell.isDefined()) {
            meter.fuel += steps;
        }
        return cell.get();
    }

    public static Object list(Object[] items, Meter meter) {
        meter.count(1);
        return CollectionPrimitives.list(meter, items);
    }

    public static Object dict(Object[] items, Meter meter) {
        meter.count(1);
        return CollectionPrimitives.dict(meter, items);
    }

    public static Object concatenate(Object[] pieces, Meter meter) {
        meter.count(1);
        return Text.join(meter, pieces);
    }

    public static Object concatenate(Object first, Object second, Meter meter) {
        meter.count(1);
        return Text.join(meter, first, second);
    }

    public static Object concatenate(Object first, Object second, Object third, Meter meter) {
        meter.count(1);
        return Text.join(meter, first, second, third);
    }

    public static void define(Object value, VmClosure self, String name) {
        self.prototype.program.globals.define(name, value);
    }

    /// A new closure with the cells it captured.
    public static Object closure(Prototype prototype, UpvalueCell[] cells, Meter meter) {
        meter.allocate(Meter.CLOSURE);
        return new VmClosure(prototype, cells);
    }
}
