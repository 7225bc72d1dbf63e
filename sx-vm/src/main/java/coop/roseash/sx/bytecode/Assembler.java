package coop.roseash.sx.bytecode;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.reader.Reader;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;

/// Makes code from instructions by name: `(code name arity locals upvalues instruction…)`.
///
/// An instruction is `(CONST value)`, `(CALL_PRIM "+" 2)`, `(JUMP there)`, `(CLOSURE (code …) (1 0))` and so on; a bare
/// symbol is a label. Nothing is checked here: that is the verifier's work, and tests need wrong code, too.
public final class Assembler {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Object> constants = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private final Map<Integer, String> jumps = new HashMap<>();

    private Assembler() {}

    public static Code assemble(String text) {
        return assemble((SxList) Reader.read(text, Limits.trusted()).get(0));
    }

    private static Code assemble(SxList form) {
        Assembler assembler = new Assembler();
        for (Object part : form.slice(5, form.size()).asList()) {
            if (part instanceof Symbol label) {
                assembler.labels.put(label.name(), assembler.bytes.size());
            } else {
                assembler.instruction((SxList) part);
            }
        }
        return new Code(number(form, 2), false, number(form, 3), number(form, 4), form.get(1).toString(),
                assembler.patched(),
                assembler.constants.toArray(), new int[0]);
    }

    private static int number(SxList form, int index) {
        return ((Long) form.get(index)).intValue();
    }

    private byte[] patched() {
        byte[] patched = bytes.toByteArray();
        jumps.forEach((at, label) -> {
            int distance = labels.getOrDefault(label, 0) - at - 2;
            patched[at] = (byte) distance;
            patched[at + 1] = (byte) (distance >> 8);
        });
        return patched;
    }

    private void instruction(SxList form) {
        Opcode opcode = Opcode.valueOf(form.get(0).toString());
        bytes.write(opcode.number());
        for (int i = 0; i < opcode.operands().size(); i++) {
            switch (opcode.operands().get(i)) {
                case U8 -> bytes.write(number(form, i + 1));
                case U16 -> u16(opcode == Opcode.LIST || opcode == Opcode.DICT
                        ? number(form, i + 1)
                        : constant(opcode, form.get(i + 1)));
                case I16 -> {
                    jumps.put(bytes.size(), form.get(1).toString());
                    u16(0);
                }
                case CAPTURES -> captures(form);
            }
        }
    }

    private void captures(SxList form) {
        for (int i = 2; i < form.size(); i++) {
            bytes.write(number((SxList) form.get(i), 0));
            bytes.write(number((SxList) form.get(i), 1));
        }
    }

    private int constant(Opcode opcode, Object value) {
        constants.add(opcode == Opcode.CLOSURE ? assemble((SxList) value) : value);
        return constants.size() - 1;
    }

    private void u16(int number) {
        bytes.write(number);
        bytes.write(number >> 8);
    }
}
