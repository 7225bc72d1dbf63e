package coop.roseash.sx.vm;

import coop.roseash.sx.value.Procedure;

/// A function of the VM: its code and the cells it captured.
public final class VmClosure implements Procedure {
    public final Prototype prototype;
    public final UpvalueCell[] upvalues;

    public VmClosure(Prototype prototype, UpvalueCell[] upvalues) {
        this.prototype = prototype;
        this.upvalues = upvalues;
    }

    @Override
    public String name() {
        return prototype.code.name();
    }
}
