package coop.roseash.sx.vm;

import org.jspecify.annotations.Nullable;

/// When a function becomes a JVM class.
public interface Tiering {
    /// Nothing is ever compiled.
    Tiering NEVER = new Tiering() {
        @Override
        public int threshold() {
            return Integer.MAX_VALUE;
        }

        @Override
        public @Nullable CompiledFunction compile(VmClosure closure) {
            return null;
        }
    };

    /// After how many calls.
    int threshold();

    /// A function as a class, or null if it is too big or enough were made. What it captured and what its global names
    /// stand for now tells what it is likely to call.
    @Nullable
    CompiledFunction compile(VmClosure closure);
}
