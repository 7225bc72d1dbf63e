package coop.roseash.sx.vm;

import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxList;

/// All that a VM asks of its host; the VM written in SX calls the same seven by their SX names.
public interface Platform {
    Object stackGet(SxList stack, int index);

    Object stackSet(SxList stack, int index, Object value);

    int stackLength(SxList stack);

    /// Calls a primitive by name.
    Object callPrimitive(String name, Object[] arguments);

    /// Calls a function that is not the VM's own: a lambda or component of the evaluator.
    Object cekCall(Object function, Object[] arguments);

    /// A primitive as a value; an unknown name is `undefined-symbol`.
    Object getPrimitive(String name);

    /// The environment around one, or nil.
    Object envParent(SxDict environment);
}
