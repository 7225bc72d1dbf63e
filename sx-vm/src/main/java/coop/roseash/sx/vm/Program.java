package coop.roseash.sx.vm;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.bytecode.Verifier;
import coop.roseash.sx.value.Globals;

/// Code over the global names it uses: what the functions in it have in common.
public final class Program {
    final Globals globals;
    /// Whether sessions share it, so that it must not hold on to what is theirs.
    public final boolean library;

    private Program(Globals globals, boolean library) {
        this.globals = globals;
        this.library = library;
    }

    /// A program, verified, ready to be called without arguments.
    public static VmClosure of(Code code, Globals globals) {
        return closure(Verifier.verify(code), new Program(globals, false));
    }

    /// A function of the compiler's own making, which may take arguments.
    public static VmClosure function(Code code, Globals globals) {
        return closure(code, new Program(globals, false));
    }

    /// A library of the build's own making.
    public static VmClosure library(Code code, Globals globals) {
        return closure(code, new Program(globals, true));
    }

    private static VmClosure closure(Code code, Program program) {
        return new VmClosure(new Prototype(code, program), new UpvalueCell[0]);
    }
}
