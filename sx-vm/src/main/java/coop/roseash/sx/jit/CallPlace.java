package coop.roseash.sx.jit;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.vm.CompiledFunction;
import coop.roseash.sx.vm.Linkage;
import coop.roseash.sx.vm.Prototype;
import coop.roseash.sx.vm.Vm;
import coop.roseash.sx.vm.VmClosure;

/// A place in compiled code where some value is called. It remembers which functions were, up to a few, so that the JVM
/// can compile calls of them as it does calls of methods.
final class CallPlace extends MutableCallSite {
    private static final int MOST_FUNCTIONS = 3;
    private static final int MOST_MISSES = 1_000;
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodHandle MISSED = find(CallPlace.class, "missed",
            MethodType.methodType(boolean.class, Object.class));
    private static final MethodHandle IS_FUNCTION = find(CallPlace.class, "isFunction",
            MethodType.methodType(boolean.class, Prototype.class, Object.class));
    private static final MethodHandle IS = find(CallPlace.class, "is",
            MethodType.methodType(boolean.class, Object.class, Object.class));
    private static final MethodHandle CALL_PRIMITIVE = find(CallPlace.class, "callPrimitive",
            MethodType.methodType(Object.class, Primitive.Body.class, Object.class, Object[].class, Vm.class));

    private final boolean library;
    private final int argc;
    private final MethodHandle any;
    private MethodHandle linked;
    private int functions;
    private int misses;

    private CallPlace(MethodType type, boolean library) {
        super(type);
        this.library = library;
        this.argc = type.parameterCount() - 2;
        this.any = any(type, argc);
        // Whatever is called is looked at first; then it is called as any value is.
        this.linked = MethodHandles.guardWithTest(
                MethodHandles.dropArguments(MISSED.bindTo(this), 1, type.parameterList().subList(1, argc + 2)), any,
                any);
        setTarget(linked);
    }

    /// What an `invokedynamic` of compiled code starts with.
    static CallSite link(MethodHandles.Lookup caller, String name, MethodType type, int library) {
        return new CallPlace(type, library == 1);
    }

    private static MethodHandle find(Class<?> where, String name, MethodType type) {
        try {
            return where == CallPlace.class && name.equals("missed")
                    ? LOOKUP.findVirtual(where, name, type)
                    : LOOKUP.findStatic(where, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle any(MethodType type, int argc) {
        if (argc <= 3) {
            return find(Linkage.class, "call", type);
        }
        return find(Linkage.class, "call",
                MethodType.methodType(Object.class, Object.class, Object[].class, Vm.class))
            .asCollector(1, Object[].class, argc);
    }

    /// Learns what is called here; the answer does not matter.
    private synchronized boolean missed(Object function) {
        MethodHandle target = target(function);
        boolean full = target != null && functions == MOST_FUNCTIONS;
        if (full || ++misses > MOST_MISSES) {
            setTarget(any);
        } else if (target != null) {
            functions++;
            MethodHandle test = function instanceof VmClosure closure
                    ? IS_FUNCTION.bindTo(closure.prototype)
                    : IS.bindTo(function);
            linked = MethodHandles.guardWithTest(
                    MethodHandles.dropArguments(test, 1, type().parameterList().subList(1, argc + 2)), target,
                    linked);
            setTarget(linked);
        }
        return true;
    }

    private @Nullable MethodHandle target(Object function) {
        if (function instanceof VmClosure closure) {
            return direct(closure.prototype);
        }
        if (function instanceof Primitive primitive && primitive != Primitives.APPLY && argc >= primitive.minimum()
                && argc <= primitive.maximum()) {
            return MethodHandles.insertArguments(CALL_PRIMITIVE, 0, primitive.body())
                .asCollector(1, Object[].class, argc);
        }
        return null;
    }

    /// A library is shared, so its places must not hold on to a program's functions.
    private @Nullable MethodHandle direct(Prototype prototype) {
        CompiledFunction compiled = prototype.compiled();
        if (compiled == null || prototype.rest || prototype.arity != argc || library && !prototype.program.library) {
            return null;
        }
        return find(compiled.getClass(), "direct", type());
    }

    private static boolean isFunction(Prototype prototype, Object function) {
        return function instanceof VmClosure closure && closure.prototype == prototype;
    }

    private static boolean is(Object expected, Object function) {
        return expected == function;
    }

    private static Object callPrimitive(Primitive.Body body, Object function, Object[] arguments, Vm vm) {
        return Linkage.callPrimitive(body, arguments, vm.meter);
    }
}
