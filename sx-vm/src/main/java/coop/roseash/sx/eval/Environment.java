package coop.roseash.sx.eval;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.value.Nil;

/// The variables of one scope and, outside of it, those of the next.
final class Environment {
    final Object[] slots;
    final @Nullable Environment parent;

    Environment(Object[] slots, @Nullable Environment parent) {
        this.slots = slots;
        this.parent = parent;
    }

    static Environment empty(int size, @Nullable Environment parent) {
        Object[] slots = new Object[size];
        Arrays.fill(slots, Nil.NIL);
        return new Environment(slots, parent);
    }
}
