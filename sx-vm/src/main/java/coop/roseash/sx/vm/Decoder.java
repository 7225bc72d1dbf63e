package coop.roseash.sx.vm;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.bytecode.Instruction;
import coop.roseash.sx.bytecode.Opcode;
import coop.roseash.sx.bytecode.Verifier;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.value.Globals;

/// Turns the bytes of one function into words and links the names in it.
final class Decoder {
    /// What the VM does with a CALL_PRIM it knows, by name, of two arguments.
    private static final Map<String, Integer> FAST = Map.of("+", Ops.ADD, "-", Ops.SUBTRACT, "*", Ops.MULTIPLY, "<",
            Ops.LESS, ">", Ops.GREATER, "=", Ops.EQUAL, "get", Ops.GET, "append!", Ops.APPEND, "mod", Ops.MODULO);

    private final Prototype prototype;
    final List<Instruction> instructions;
    final boolean[] captured;
    final Globals.Cell[] cells;
    final Primitive[] primitives;
    final Prototype[] functions;
    private int[] words = new int[64];
    private int[] offsets = new int[64];
    private int size;

    Decoder(Prototype prototype) {
        Code code = prototype.code;
        this.prototype = prototype;
        this.instructions = Instruction.decode(code.bytecode(), code.constants());
        this.captured = captured(instructions, code.locals());
        this.cells = new Globals.Cell[code.constants().length];
        this.primitives = new Primitive[cells.length];
        this.functions = new Prototype[cells.length];
        for (int i = 0; i < functions.length; i++) {
            if (code.constants()[i] instanceof Code inner) {
                functions[i] = new Prototype(inner, prototype.program);
            }
        }
    }

    private static boolean[] captured(List<Instruction> instructions, int locals) {
        boolean[] captured = new boolean[locals];
        for (Instruction instruction : instructions) {
            for (int i = 0; i < instruction.captures().length; i += 2) {
                if (instruction.captures()[i] == 1) {
                    captured[instruction.captures()[i + 1]] = true;
                }
            }
        }
        return captured;
    }

    Decoded decode() {
        int[] starts = new int[prototype.code.bytecode().length + 1];
        for (Instruction instruction : instructions) {
            starts[instruction.offset()] = size;
            emit(instruction);
        }
        for (Instruction instruction : instructions) {
            if (isJump(instruction.opcode())) {
                words[starts[instruction.offset()] + 1] = starts[instruction.target()];
            }
        }
        return new Decoded(prototype, this, Arrays.copyOf(words, size), Arrays.copyOf(offsets, size),
                prototype.locals + Verifier.deepest(prototype.code));
    }

    private static boolean isJump(Opcode opcode) {
        return opcode == Opcode.JUMP || opcode == Opcode.JUMP_IF_FALSE || opcode == Opcode.JUMP_IF_TRUE;
    }

    private void add(Instruction instruction, int word) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        words[size] = word;
        offsets[size++] = instruction.offset();
    }

    private void add(Instruction instruction, int operation, int operand) {
        add(instruction, operation);
        add(instruction, operand);
    }

    private void emit(Instruction instruction) {
        int first = instruction.first();
        switch (instruction.opcode()) {
            case LOCAL_GET -> add(instruction, captured[first] ? Ops.CELL_GET : Ops.LOCAL_GET, first);
            case LOCAL_SET -> add(instruction, captured[first] ? Ops.CELL_SET : Ops.LOCAL_SET, first);
            case GLOBAL_GET, GLOBAL_SET -> {
                cells[first] = prototype.program.globals.cell((String) prototype.code.constants()[first]);
                add(instruction, instruction.opcode().number(), first);
            }
            case CLOSURE -> {
                add(instruction, Ops.CLOSURE, first);
                for (int capture : instruction.captures()) {
                    add(instruction, capture);
                }
            }
            case CALL_PRIM -> primitive(instruction, (String) prototype.code.constants()[first]);
            default -> {
                add(instruction, instruction.opcode().number());
                if (!instruction.opcode().operands().isEmpty()) {
                    add(instruction, first);
                }
            }
        }
    }

    private void primitive(Instruction instruction, String name) {
        Integer fast = instruction.second() == 2 ? FAST.get(name) : null;
        if (fast != null) {
            add(instruction, fast);
            return;
        }
        Primitive primitive = Primitives.find(name);
        if (primitive == null || primitive == Primitives.APPLY) {
            add(instruction, Ops.CALL_NAMED, instruction.first());
        } else {
            primitives[instruction.first()] = primitive;
            add(instruction, Ops.CALL_PRIM, instruction.first());
        }
        add(instruction, instruction.second());
    }
}
