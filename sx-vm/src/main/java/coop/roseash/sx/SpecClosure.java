package coop.roseash.sx;

import coop.roseash.sx.value.Procedure;
import coop.roseash.sx.value.SxDict;

/// A function of the VM written in SX: programs cannot look into it, `vm.sx` asks for its parts.
record SpecClosure(String name, SxDict parts) implements Procedure {
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
