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

    /// For four and more.
    public Object callN(Vm vm, VmClosure self, Object[] arguments) {
        throw wrong();
    }

    final Object call(Vm vm, VmClosure self, Object[] a) {
        return switch (a.length) {
            case 0 -> call0(vm, self);
            case 1 -> call1(vm, self, a[0]);
            case 2 -> call2(vm, self, a[0], a[1]);
            case 3 -> call3(vm, self, a[0], a[1], a[2]);
            default -> callN(vm, self, a);
        };
    }

    private static IllegalStateException wrong() {
        return new IllegalStateException("called with a number of arguments it does not take");
    }
}
