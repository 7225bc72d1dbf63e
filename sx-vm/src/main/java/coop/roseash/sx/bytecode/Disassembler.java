package coop.roseash.sx.bytecode;

import java.util.StringJoiner;

import coop.roseash.sx.value.Printer;

/// Writes code for people: one instruction a line, functions below the code that makes them.
public final class Disassembler {
    private static final int SHOWN = 60;

    private Disassembler() {}

    public static String disassemble(Code code) {
        StringBuilder out = new StringBuilder();
        disassemble(code, out);
        return out.toString();
    }

    private static void disassemble(Code code, StringBuilder out) {
        out.append("%s: arity %d%s, locals %d, upvalues %d%n".formatted(code.name(), code.arity(),
                code.rest() ? " and rest" : "", code.locals(), code.upvalueCount()));
        for (Instruction instruction : Instruction.decode(code.bytecode(), code.constants())) {
            out.append(line(code, instruction)).append('\n');
        }
        for (Object constant : code.constants()) {
            if (constant instanceof Code inner) {
                out.append('\n');
                disassemble(inner, out);
            }
        }
    }

    /// One instruction: `0003 CALL_PRIM 0 2 ; "+"`.
    public static String line(Code code, Instruction instruction) {
        StringJoiner line = new StringJoiner(" ").add("%04d".formatted(instruction.offset()))
            .add(instruction.opcode().name());
        if (!instruction.opcode().operands().isEmpty()) {
            line.add(String.valueOf(instruction.first()));
        }
        if (instruction.opcode() == Opcode.CALL_PRIM) {
            line.add(String.valueOf(instruction.second()));
        }
        for (int i = 0; i < instruction.captures().length; i += 2) {
            line.add((instruction.captures()[i] == 1 ? "local:" : "upvalue:") + instruction.captures()[i + 1]);
        }
        String note = switch (instruction.opcode()) {
            case CONST, GLOBAL_GET, GLOBAL_SET, DEFINE, CALL_PRIM -> shown(code.constants()[instruction.first()]);
            case CLOSURE -> ((Code) code.constants()[instruction.first()]).name();
            case JUMP, JUMP_IF_FALSE, JUMP_IF_TRUE -> "to %04d".formatted(instruction.target());
            default -> "";
        };
        return note.isEmpty() ? line.toString() : line.add("; " + note).toString();
    }

    private static String shown(Object constant) {
        String text = Printer.serialize(constant);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
