package coop.roseash.sx.bytecode;

import java.util.ArrayList;
import java.util.List;

import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.SxException;

/// One decoded instruction.
///
/// @param offset of its first byte
/// @param end offset behind its last byte, from where jumps count
/// @param first its first operand, or 0
/// @param second its second operand, or 0
/// @param captures pairs of is-local and index, of a CLOSURE only
public record Instruction(int offset, int end, Opcode opcode, int first, int second, int[] captures) {
    private static final int[] NONE = {};

    /// Where a jump leads.
    public int target() {
        return end + first;
    }

    /// All instructions of some code.
    public static List<Instruction> decode(byte[] bytecode, Object[] constants) {
        List<Instruction> instructions = new ArrayList<>();
        int at = 0;
        while (at < bytecode.length) {
            Instruction next = decode(bytecode, at, constants);
            instructions.add(next);
            at = next.end;
        }
        return instructions;
    }

    private static Instruction decode(byte[] bytecode, int offset, Object[] constants) {
        Opcode opcode = Opcode.find(bytecode[offset] & 0xff);
        if (opcode == null) {
            throw invalid("there is no opcode " + (bytecode[offset] & 0xff) + ", at " + offset);
        }
        int at = offset + 1;
        int[] operands = {0, 0};
        int[] captures = NONE;
        for (int i = 0; i < opcode.operands().size(); i++) {
            Opcode.Operand operand = opcode.operands().get(i);
            if (operand == Opcode.Operand.CAPTURES) {
                captures = captures(bytecode, at, upvalues(constants, operands[0]));
                at += captures.length;
            } else {
                int size = operand == Opcode.Operand.U8 ? 1 : 2;
                requireBytes(bytecode, at, size);
                int low = bytecode[at] & 0xff;
                operands[i] = size == 1
                        ? low
                        : operand == Opcode.Operand.I16
                                ? (short) (low | bytecode[at + 1] << 8)
                                : low | (bytecode[at + 1] & 0xff) << 8;
                at += size;
            }
        }
        return new Instruction(offset, at, opcode, operands[0], operands[1], captures);
    }

    private static int upvalues(Object[] constants, int index) {
        if (index < constants.length && constants[index] instanceof Code code) {
            return code.upvalueCount();
        }
        throw invalid("constant " + index + " is no code");
    }

    private static int[] captures(byte[] bytecode, int at, int count) {
        requireBytes(bytecode, at, 2 * count);
        int[] captures = new int[2 * count];
        for (int i = 0; i < captures.length; i++) {
            captures[i] = bytecode[at + i] & 0xff;
        }
        return captures;
    }

    private static void requireBytes(byte[] bytecode, int at, int count) {
        if (at + count > bytecode.length) {
            throw invalid("the last instruction is cut off");
        }
    }

    static SxException invalid(String message) {
        return new SxException(ErrorCode.BYTECODE_INVALID, "this bytecode is not valid: " + message);
    }
}
