package coop.roseash.sx.jit;

import java.lang.classfile.CodeBuilder;

/// The steps of a function that its code has not counted yet: known at each place of the code, they are counted at once
/// before anything that may look at the fuel.
final class Steps {
    private final CodeBuilder code;
    private final Registers registers;
    private int open;

    Steps(CodeBuilder code, Registers registers) {
        this.code = code;
        this.registers = registers;
    }

    int open() {
        return open;
    }

    /// At a place to which another way leads.
    void set(int steps) {
        open = steps;
    }

    void add() {
        open++;
    }

    /// Counts the steps so far.
    void count() {
        count(open);
        open = 0;
    }

    void count(int some) {
        if (some > 0) {
            code.aload(registers.meter)
                .dup()
                .getfield(Names.METER, "fuel", Names.LONG)
                .loadConstant((long) some)
                .ladd()
                .putfield(Names.METER, "fuel", Names.LONG);
        }
    }

    /// The steps so far and one more, which the code that follows counts itself.
    int take() {
        int taken = open + 1;
        open = 0;
        return taken;
    }
}
