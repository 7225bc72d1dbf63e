package coop.roseash.sx.vm;

/// A function as a JVM class. Who calls has counted the application and checked the number of arguments; a rest list is
/// one argument. The answer may be {@link Vm#TAIL}: then the VM holds a call that is to be made instead.
public abstract class CompiledFunction {
    public Object call0(Vm vm, VmClosure self) {
        throw wrong();
    }

    public Object call1(Vm vm, VmClosure self, Object a) {
        throw wrong();
    }

    public Object call2(Vm vm, VmClosure self, Object a, Object b) {
        throw wrong();
    }

    public Object call3(Vm vm, VmClosure self, Object a, Object b, Object c) {
        throw wrong();
    }

    public Object call4(Vm vm, VmClosure self, Object a, Object b, Object c, Object d) {
        throw wrong();
    }

    /// For five and more.
    public Object callN(Vm vm, VmClosure self, Object[] arguments) {
        throw wrong();
    }

    private static IllegalStateException wrong() {
        return new IllegalStateException("called with a number of arguments it does not take");
    }
}
