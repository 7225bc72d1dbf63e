package coop.roseash.sx.vm;

import coop.roseash.sx.value.Procedure;

/// A function of the VM: its code, the cells it captured and the program it belongs to.
public final class VmClosure implements Procedure {
    public final Prototype prototype;
    public final UpvalueCell[] upvalues;
    public final Instance instance;

    public VmClosure(Prototype prototype, UpvalueCell[] upvalues, Instance instance) {
        this.prototype = prototype;
        this.upvalues = upvalues;
        this.instance = instance;
    }

    @Override
    public String name() {
        return prototype.code.name();
    }
}
