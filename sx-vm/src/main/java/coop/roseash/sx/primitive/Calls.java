package coop.roseash.sx.primitive;

import java.util.Arrays;

import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.value.Arity;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.NativeFunction;
import coop.roseash.sx.value.Numbers;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;

/// What all engines do alike when they call.
public final class Calls {
    private Calls() {}

    public static void requireArity(String name, int arity, boolean rest, int given) {
        if (rest ? given < arity : given != arity) {
            throw Arity.error(name, arity, rest ? NativeFunction.ANY : arity, given);
        }
    }

    /// The list of the arguments beyond the named ones.
    public static SxList rest(Meter meter, Object[] items) {
        meter.work(items.length);
        meter.list(items.length);
        return SxList.of(items);
    }

    /// The function that `apply` calls; counts the application of `apply` itself.
    public static Object target(Meter meter, Object[] arguments) {
        meter.application();
        Primitives.APPLY.requireArity(arguments.length);
        return arguments[0];
    }

    /// The arguments that `apply` passes on.
    public static Object[] spread(Meter meter, Object[] arguments) {
        int fixed = arguments.length - 2;
        if (!(arguments[arguments.length - 1] instanceof SxList last)) {
            throw Numbers.wrongType("apply", "a list as its last argument", arguments[arguments.length - 1]);
        }
        meter.work(last.size());
        meter.allocate(last.size() * (long) Meter.SLOT);
        Object[] spread = Arrays.copyOfRange(arguments, 1, 1 + fixed + last.size());
        last.copyTo(spread, fixed);
        return spread;
    }

    public static SxException notCallable(Object value) {
        SxException wrong = Numbers.wrongType("a call", "a function first", value);
        return new SxException(ErrorCode.NOT_CALLABLE, wrong.message() + "; to write data, quote it: '(…)");
    }
}
