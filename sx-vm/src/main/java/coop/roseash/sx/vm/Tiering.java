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
        public @Nullable CompiledFunction compile(Prototype prototype) {
            return null;
        }
    };

    /// After how many calls.
    int threshold();

    /// The function as a class, or null if it is too big or enough were made.
    @Nullable
    CompiledFunction compile(Prototype prototype);
}
