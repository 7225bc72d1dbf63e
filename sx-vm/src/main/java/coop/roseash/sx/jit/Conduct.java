package coop.roseash.sx.jit;

import java.util.List;

import coop.roseash.sx.bytecode.Instruction;
import coop.roseash.sx.bytecode.Opcode;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.vm.Prototype;

/// What a function does that decides how its steps are counted.
final class Conduct {
    private static final int FEW = 16;

    private final Object[] constants;
    private final List<Instruction> instructions;
    private final boolean[] callsItself;
    private final boolean recurs;
    private boolean leaf = true;
    private boolean plain = true;
    private int steps;

    /// @param recurs whether it waits for calls of itself
    Conduct(Prototype prototype, boolean[] callsItself, boolean recurs) {
        this.constants = prototype.code.constants();
        this.instructions = prototype.decoded().instructions;
        this.callsItself = callsItself;
        this.recurs = recurs;
        for (int i = 0; i < instructions.size(); i++) {
            takeSteps(instructions.get(i), i);
        }
    }

    /// Whether it calls nothing but primitives.
    boolean isLeaf() {
        return leaf;
    }

    /// Whether it does nothing but count, compare, and call itself: then nobody looks at the meter meanwhile.
    boolean isPlain() {
        return plain;
    }

    /// Whether it takes few steps before it starts again or returns. Who takes more looks at the fuel more often.
    boolean isShort() {
        return steps <= FEW;
    }

    /// Whether a call of itself pays for its first steps, and for those that come behind the call.
    boolean paysAhead() {
        return recurs && plain && isShort();
    }

    /// The steps that it surely takes at its start, if they are paid for by the call.
    int firstSteps() {
        int first = 0;
        if (!paysAhead()) {
            return first;
        }
        for (Instruction instruction : instructions) {
            if (isArithmetic(instruction)) {
                first++;
            } else if (!moves(instruction.opcode())) {
                return first;
            }
        }
        return first;
    }

    /// The steps that surely come behind a call, up to the return or the next start, if paid for.
    int lastSteps(int call) {
        int last = 0;
        for (int i = call + 1; paysAhead() && i < instructions.size(); i++) {
            Instruction instruction = instructions.get(i);
            if (isArithmetic(instruction)) {
                last++;
            } else if (instruction.opcode() == Opcode.JUMP) {
                i = index(instruction.target()) - 1;
            } else if (instruction.opcode() == Opcode.RETURN) {
                return last;
            } else if (!moves(instruction.opcode())) {
                return callsItself[i] && instruction.opcode() == Opcode.TAIL_CALL ? last + 1 + firstSteps() : 0;
            }
        }
        return 0;
    }

    private void takeSteps(Instruction instruction, int index) {
        switch (instruction.opcode()) {
            case CALL, TAIL_CALL -> {
                steps++;
                leaf = false;
                plain &= callsItself[index] || instruction.opcode() == Opcode.TAIL_CALL;
            }
            case CALL_PRIM -> {
                steps++;
                leaf &= isCallFree((String) constants[instruction.first()]);
                plain &= isArithmetic(instruction);
            }
            case LIST, DICT, STR_CONCAT, CLOSURE, GLOBAL_SET, DEFINE -> {
                steps++;
                plain = false;
            }
            default -> {
            }
        }
    }

    private boolean isArithmetic(Instruction instruction) {
        return instruction.opcode() == Opcode.CALL_PRIM && instruction.second() == 2
                && constants[instruction.first()] instanceof String name
                && (Arithmetic.OPERATIONS.containsKey(name) || Arithmetic.ORDER.containsKey(name));
    }

    private int index(int offset) {
        int index = 0;
        while (instructions.get(index).offset() != offset) {
            index++;
        }
        return index;
    }

    private static boolean moves(Opcode opcode) {
        return switch (opcode) {
            case CONST, NIL, TRUE, FALSE, POP, DUP, LOCAL_GET, LOCAL_SET, UPVALUE_GET, UPVALUE_SET, GLOBAL_GET -> true;
            default -> false;
        };
    }

    /// Whether a name in a CALL_PRIM stands for a primitive that calls nothing.
    private static boolean isCallFree(String name) {
        Primitive primitive = Primitives.find(name);
        return primitive != null && primitive != Primitives.APPLY;
    }
}
