package coop.roseash.sx.vm;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.primitive.Primitives;

/// How compiled functions call, return and end with calls of others.
///
/// A function that gives integers returns them as they are; {@link #NO_INTEGER} says that the result lies in the VM.
public final class Linkage {
    public static final long NO_INTEGER = Long.MIN_VALUE + 0x5_0505_0505L;

    private Linkage() {}

    /// What a function returns as an integer: its result, or the sign that it is another value.
    public static long give(Object result, Vm vm) {
        if (result instanceof Long integer && integer != NO_INTEGER) {
            return integer;
        }
        vm.other = result;
        return NO_INTEGER;
    }

    public static long give(long result, Vm vm) {
        if (result == NO_INTEGER) {
            vm.other = result;
        }
        return result;
    }

    /// What a function gave that returns integers, without the calls that it ended with.
    public static Object taken(long result, Vm vm) {
        return result == NO_INTEGER ? vm.other : (Object) result;
    }

    /// The end of a call on the host's stack.
    public static Object leave(long result, Vm vm) {
        vm.meter.depth--;
        if (result != NO_INTEGER) {
            return result;
        }
        return vm.other == Vm.TAIL ? bounce(vm) : vm.other;
    }

    public static Object leave(Object result, Vm vm) {
        vm.meter.depth--;
        return result == Vm.TAIL ? bounce(vm) : result;
    }

    /// The end of a function's call of itself, which does not tell the meter how deep it is.
    public static Object resume(long result, int waiting, Vm vm) {
        return result != NO_INTEGER ? (Object) result : resume(vm.other, waiting, vm);
    }

    public static Object resume(Object result, int waiting, Vm vm) {
        if (result != Vm.TAIL) {
            return result;
        }
        vm.meter.tell(waiting);
        Object last = bounce(vm);
        vm.meter.resume(waiting);
        return last;
    }

    /// A function's end with a call of another.
    public static Object tail(Object function, Object[] arguments, Vm vm) {
        vm.tailFunction = function;
        vm.tailArguments = arguments;
        return Vm.TAIL;
    }

    /// Makes the call that a function ended with, and the one with which that ends, until there is a result.
    private static Object bounce(Vm vm) {
        Object result;
        do {
            vm.meter.look();
            Object function = vm.tailFunction;
            Object[] arguments = vm.tailArguments;
            CompiledFunction compiled = direct(function, arguments.length);
            if (compiled == null || !vm.meter.enterOnHost()) {
                return other(function, arguments, vm);
            }
            result = compiled.call(vm, (VmClosure) function, arguments);
            vm.meter.depth--;
        } while (result == Vm.TAIL);
        return result;
    }

    /// The compiled form of what is called if it takes exactly so many arguments.
    private static @Nullable CompiledFunction direct(Object function, int argc) {
        return function instanceof VmClosure closure && closure.prototype.exactly == argc
                ? closure.prototype.compiled
                : null;
    }

    /// A call of what is not compiled, or not a function of the VM at all.
    public static Object other(Object function, Object[] arguments, Vm vm) {
        return function instanceof Primitive primitive && primitive != Primitives.APPLY
                ? primitive.apply(vm.meter, arguments)
                : vm.nested(function, arguments);
    }

    public static Object call(Object function, Vm vm) {
        CompiledFunction compiled = direct(function, 0);
        return compiled == null || !vm.meter.enterOnHost()
                ? other(function, new Object[0], vm)
                : leave(compiled.call0(vm, (VmClosure) function), vm);
    }

    public static Object call(Object function, Object a, Vm vm) {
        CompiledFunction compiled = direct(function, 1);
        return compiled == null || !vm.meter.enterOnHost()
                ? other(function, new Object[]{a}, vm)
                : leave(compiled.call1(vm, (VmClosure) function, a), vm);
    }

    public static Object call(Object function, Object a, Object b, Vm vm) {
        CompiledFunction compiled = direct(function, 2);
        return compiled == null || !vm.meter.enterOnHost()
                ? other(function, new Object[]{a, b}, vm)
                : leave(compiled.call2(vm, (VmClosure) function, a, b), vm);
    }

    public static Object call(Object function, Object a, Object b, Object c, Vm vm) {
        CompiledFunction compiled = direct(function, 3);
        return compiled == null || !vm.meter.enterOnHost()
                ? other(function, new Object[]{a, b, c}, vm)
                : leave(compiled.call3(vm, (VmClosure) function, a, b, c), vm);
    }

    /// Four and more arguments.
    public static Object call(Object function, Object[] arguments, Vm vm) {
        CompiledFunction compiled = direct(function, arguments.length);
        return compiled == null || !vm.meter.enterOnHost()
                ? other(function, arguments, vm)
                : leave(compiled.call(vm, (VmClosure) function, arguments), vm);
    }

    /// A CALL_PRIM of a name that is no ordinary primitive.
    public static Object callNamed(Object[] arguments, Vm vm, String name) {
        return vm.nested(vm.platform.getPrimitive(name), arguments);
    }

    /// A primitive that a place in the code is known to call.
    public static Object callPrimitive(Primitive.Body body, Object[] arguments, Meter meter) {
        meter.count(1);
        return body.call(meter, arguments);
    }
}
