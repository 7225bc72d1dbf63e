package coop.roseash.sx;

import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.primitive.Calls;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Procedure;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.vm.Platform;

/// The platform under every VM, the one in Java and the one in SX.
record HostPlatform(Meter meter, Evaluation evaluation) implements Platform {
    /// Calls a function of the evaluator.
    interface Evaluation {
        Object call(Meter meter, Object function, Object[] arguments);
    }

    @Override
    public Object stackGet(SxList stack, int index) {
        return stack.get(index);
    }

    @Override
    public Object stackSet(SxList stack, int index, Object value) {
        stack.set(index, value);
        return value;
    }

    @Override
    public int stackLength(SxList stack) {
        return stack.size();
    }

    @Override
    public Object callPrimitive(String name, Object[] arguments) {
        return ((Primitive) getPrimitive(name)).apply(meter, arguments);
    }

    @Override
    public Object cekCall(Object function, Object[] arguments) {
        if (function instanceof Procedure) {
            return evaluation.call(meter, function, arguments);
        }
        throw Calls.notCallable(function);
    }

    @Override
    public Object getPrimitive(String name) {
        Primitive primitive = Primitives.find(name);
        if (primitive == null) {
            throw Globals.undefined(name);
        }
        return primitive;
    }

    @Override
    public Object envParent(SxDict environment) {
        SxDict parent = environment.parent();
        return parent == null ? Nil.NIL : parent;
    }
}
