package coop.roseash.sx.eval;

import org.jspecify.annotations.Nullable;

/// One piece of the continuation: what happens with the value that is awaited.
abstract class Frame {
    @Nullable
    Frame next;

    abstract void resume(Machine machine, Object value);
}
