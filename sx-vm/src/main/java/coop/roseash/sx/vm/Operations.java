package coop.roseash.sx.vm;

import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.primitive.CollectionPrimitives;
import coop.roseash.sx.primitive.NumberPrimitives;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.primitive.Text;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.Numbers;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Values;

/// What compiled functions call; each counts as the VM's instruction of the same name does.
public final class Operations {
    private Operations() {}

    public static Object add(Object left, Object right, Meter meter) {
        meter.fuel++;
        if (left instanceof Long a && right instanceof Long b) {
            long x = a;
            long y = b;
            long sum = x + y;
            if (((x ^ sum) & (y ^ sum)) >= 0) {
                return sum;
            }
        }
        return Numbers.add(left, right);
    }

    public static Object subtract(Object left, Object right, Meter meter) {
        meter.fuel++;
        if (left instanceof Long a && right instanceof Long b) {
            long x = a;
            long y = b;
            long difference = x - y;
            if (((x ^ y) & (x ^ difference)) >= 0) {
                return difference;
            }
        }
        return Numbers.subtract(left, right);
    }

    public static Object multiply(Object left, Object right, Meter meter) {
        meter.fuel++;
        return Numbers.multiply(left, right);
    }

    public static Object modulo(Object left, Object right, Meter meter) {
        meter.fuel++;
        return Numbers.modulo(left, right);
    }

    public static boolean less(Object left, Object right, Meter meter) {
        meter.fuel++;
        if (left instanceof Long a && right instanceof Long b) {
            return a < b;
        }
        return NumberPrimitives.less(meter, "<", left, right);
    }

    public static boolean greater(Object left, Object right, Meter meter) {
        meter.fuel++;
        if (left instanceof Long a && right instanceof Long b) {
            return a > b;
        }
        return NumberPrimitives.less(meter, ">", right, left);
    }

    public static boolean equal(Object left, Object right, Meter meter) {
        meter.fuel++;
        if (left instanceof Long a && right instanceof Long b) {
            return a.longValue() == b.longValue();
        }
        return NumberPrimitives.equal(meter, left, right);
    }

    public static Object get(Object collection, Object key, Meter meter) {
        meter.fuel++;
        if (collection instanceof SxList list && key instanceof Long index && index >= 0 && index < list.size()) {
            return list.get((int) (long) index);
        }
        return CollectionPrimitives.get(collection, key);
    }

    public static Object append(Object list, Object item, Meter meter) {
        meter.fuel++;
        return CollectionPrimitives.append(meter, list, item);
    }

    public static boolean truthy(Object value) {
        return Values.isTruthy(value);
    }

    public static Object box(boolean value) {
        return value ? Boolean.TRUE : Boolean.FALSE;
    }

    public static Object primitive(Object primitive, Object[] arguments, Meter meter) {
        return ((Primitive) primitive).apply(meter, arguments);
    }

    public static Object list(Object[] items, Meter meter) {
        return Primitives.LIST.apply(meter, items);
    }

    public static Object dict(Object[] items, Meter meter) {
        return Primitives.DICT.apply(meter, items);
    }

    public static Object concatenate(Object[] pieces, Meter meter) {
        meter.fuel++;
        return Text.join(meter, pieces);
    }

    public static Object global(VmClosure self, int index) {
        return self.instance.cells[index].get();
    }

    public static void assign(Object value, VmClosure self, int index) {
        self.instance.cells[index].assign(value);
    }

    public static void define(Object value, VmClosure self, String name) {
        Globals globals = self.instance.globals;
        globals.define(name, value);
    }

    public static Object upvalue(VmClosure self, int index) {
        return self.upvalues[index].value;
    }

    public static void assignUpvalue(Object value, VmClosure self, int index) {
        self.upvalues[index].value = value;
    }

    /// A new closure, its captured cells given; null stands for one of the encloser's.
    public static Object closure(Object prototype, UpvalueCell[] cells, VmClosure self, Meter meter) {
        meter.closure();
        return new VmClosure((Prototype) prototype, cells, self.instance);
    }
}
