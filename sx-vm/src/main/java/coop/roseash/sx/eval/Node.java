package coop.roseash.sx.eval;

import org.jspecify.annotations.Nullable;

/// A form after analysis: what it does is decided, names are resolved.
abstract class Node {
    /// Takes one step: sets the machine's value, or its control and perhaps a frame.
    abstract void evaluate(Machine machine);

    /// The value of a form that needs no step of its own (a constant, a variable), else null.
    @Nullable
    Object immediate(Machine machine) {
        return null;
    }
}
