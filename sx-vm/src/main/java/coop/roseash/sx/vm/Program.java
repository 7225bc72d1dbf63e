package coop.roseash.sx.vm;

import java.util.LinkedHashMap;
import java.util.Map;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.bytecode.Verifier;
import coop.roseash.sx.value.Globals;

/// Verified code, decoded for the VM; it is immutable and shared by all runs.
public final class Program {
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final Prototype main;

    public Program(Code code) {
        this(Verifier.verify(code), true);
    }

    private Program(Code code, boolean verified) {
        this.main = new Prototype(code, this);
    }

    /// A function of the compiler's own making, which may take arguments.
    public static Program function(Code code) {
        return new Program(code, true);
    }

    /// The number of a global name in this program.
    public int name(String name) {
        return names.computeIfAbsent(name, _ -> names.size());
    }

    /// The program over global names, ready to be called without arguments.
    public VmClosure over(Globals globals) {
        Globals.Cell[] cells = new Globals.Cell[names.size()];
        names.forEach((name, index) -> cells[index] = globals.cell(name));
        return new VmClosure(main, new UpvalueCell[0], new Instance(globals, cells));
    }
}
