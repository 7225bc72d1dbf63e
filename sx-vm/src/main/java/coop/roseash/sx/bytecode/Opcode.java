package coop.roseash.sx.bytecode;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// The instructions, as `bytecode.sx` lists them; a test holds the two together.
public enum Opcode {
    CONST(1, Operand.U16), NIL(2), TRUE(3), FALSE(4), POP(5), DUP(6), LOCAL_GET(16, Operand.U8), LOCAL_SET(17,
            Operand.U8), UPVALUE_GET(18, Operand.U8), UPVALUE_SET(19, Operand.U8), GLOBAL_GET(20,
                    Operand.U16), GLOBAL_SET(21, Operand.U16), JUMP(32, Operand.I16), JUMP_IF_FALSE(33,
                            Operand.I16), JUMP_IF_TRUE(34, Operand.I16), CALL(48, Operand.U8), TAIL_CALL(49,
                                    Operand.U8), RETURN(50), CLOSURE(51, Operand.U16, Operand.CAPTURES), CALL_PRIM(52,
                                            Operand.U16, Operand.U8), LIST(64, Operand.U16), DICT(65,
                                                    Operand.U16), DEFINE(128, Operand.U16), STR_CONCAT(144, Operand.U8);

    /// The kinds of operands, by the names `bytecode.sx` uses.
    public enum Operand {
        U8, U16, I16, CAPTURES
    }

    private static final @Nullable Opcode[] BY_NUMBER = new Opcode[256];
    static {
        for (Opcode opcode : values()) {
            BY_NUMBER[opcode.number] = opcode;
        }
    }

    private final int number;
    private final List<Operand> operands;

    Opcode(int number, Operand... operands) {
        this.number = number;
        this.operands = List.of(operands);
    }

    public int number() {
        return number;
    }

    public List<Operand> operands() {
        return operands;
    }

    public static @Nullable Opcode find(int number) {
        return BY_NUMBER[number];
    }
}
