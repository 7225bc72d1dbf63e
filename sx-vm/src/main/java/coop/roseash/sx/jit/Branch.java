package coop.roseash.sx.jit;

import java.lang.classfile.Opcode;

import coop.roseash.sx.bytecode.Instruction;

/// When the JVM jumps: its instruction, and the one that jumps in all other cases.
record Branch(Opcode opcode, Opcode opposite) {
    /// For a jump that depends on a boolean.
    static Branch on(Instruction jump) {
        Branch ifFalse = new Branch(Opcode.IFEQ, Opcode.IFNE);
        return ifFalse.orOpposite(jump);
    }

    /// For a jump that depends on the comparison of two integers.
    static Branch on(String comparison, Instruction jump) {
        Branch ifFalse = switch (comparison) {
            case "<" -> new Branch(Opcode.IFGE, Opcode.IFLT);
            case ">" -> new Branch(Opcode.IFLE, Opcode.IFGT);
            default -> new Branch(Opcode.IFNE, Opcode.IFEQ);
        };
        return ifFalse.orOpposite(jump);
    }

    private Branch orOpposite(Instruction jump) {
        return jump.opcode() == coop.roseash.sx.bytecode.Opcode.JUMP_IF_FALSE ? this : new Branch(opposite, opcode);
    }
}
