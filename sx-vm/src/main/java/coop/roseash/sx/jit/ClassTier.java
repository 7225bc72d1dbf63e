package coop.roseash.sx.jit;

import java.lang.invoke.MethodHandles;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.vm.CompiledFunction;
import coop.roseash.sx.vm.Prototype;
import coop.roseash.sx.vm.Tiering;
import coop.roseash.sx.vm.VmClosure;

/// Makes JVM classes of functions that are called often, within a quota: classes take room that no program's limit counts.
public final class ClassTier implements Tiering {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final int MOST_INSTRUCTIONS = 1_500;
    private static final int MOST_VARIABLES = 200;
    private final int threshold;
    private final AtomicInteger left;

    public ClassTier(int threshold, int quota) {
        this.threshold = threshold;
        this.left = new AtomicInteger(quota);
    }

    @Override
    public int threshold() {
        return threshold;
    }

    @Override
    public @Nullable CompiledFunction compile(VmClosure closure) {
        Prototype prototype = closure.prototype;
        boolean small = prototype.decoded().instructions.size() <= MOST_INSTRUCTIONS
                && prototype.locals <= MOST_VARIABLES;
        if (!small || left.getAndDecrement() <= 0) {
            return null;
        }
        try {
            return FunctionCompiler.compile(closure, LOOKUP);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a verified function does not become a class: " + prototype.code.name(), e);
        }
    }
}
