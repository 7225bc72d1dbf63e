package coop.roseash.sx.jit;

import java.lang.invoke.MethodHandles;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.vm.CompiledFunction;
import coop.roseash.sx.vm.Prototype;
import coop.roseash.sx.vm.Tiering;
import coop.roseash.sx.vm.VmClosure;

/// Makes JVM classes of a tenant's functions that are called often.
///
/// @param threshold after how many calls
public record ClassTier(int threshold, ClassQuota quota, String tenant) implements Tiering {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    /// The JVM does not compile what is much longer, nor load what is longer still.
    private static final int MOST_INSTRUCTIONS = 600;
    /// The JVM keeps a frame's locals on the host's stack, of which each waiting call takes its part.
    private static final int MOST_VARIABLES = 40;

    @Override
    public @Nullable CompiledFunction compile(VmClosure closure) {
        Prototype prototype = closure.prototype;
        boolean small = prototype.decoded().instructions.size() <= MOST_INSTRUCTIONS
                && prototype.locals <= MOST_VARIABLES;
        boolean library = prototype.program.library;
        if (!small || !library && !quota.take(tenant)) {
            return null;
        }
        try {
            CompiledFunction compiled = FunctionCompiler.compile(closure, LOOKUP);
            if (!library) {
                quota.release(tenant, compiled);
            }
            return compiled;
        } catch (IllegalArgumentException _) {
            // The class file cannot hold so long a method.
            quota.giveBack(tenant);
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a verified function does not become a class: " + prototype.code.name(), e);
        }
    }
}
