package coop.roseash.sx.vm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.bytecode.Instruction;
import coop.roseash.sx.bytecode.Opcode;
import coop.roseash.sx.bytecode.Verifier;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.primitive.Primitives;

/// The code of one function as the VM runs it: words instead of bytes, jumps and names resolved.
public final class Prototype {
    /// What the VM does with a CALL_PRIM it knows, by name and number of arguments.
    private static final Map<String, Integer> FAST = Map.of("+2", Ops.ADD, "-2", Ops.SUBTRACT, "*2", Ops.MULTIPLY, "<2",
            Ops.LESS, ">2", Ops.GREATER, "=2", Ops.EQUAL, "get2", Ops.GET, "append!2", Ops.APPEND, "mod2", Ops.MODULO);

    public final Code code;
    public final int arity;
    public final boolean rest;
    final int[] words;
    /// The byte offset of the instruction at each word, for messages.
    private final int[] offsets;
    public final Object[] constants;
    final Primitive[] primitives;
    public final Prototype[] functions;
    final int room;
    public final int locals;
    public final List<Instruction> instructions;
    public final boolean[] captured;
    public final Program program;
    /// Calls so far and, once there were enough, the compiled function; both belong to the jvm tier.
    public int calls;
    public boolean refused;
    public @Nullable CompiledFunction compiled;

    Prototype(Code code, Program program) {
        this.code = code;
        this.program = program;
        this.arity = code.arity();
        this.rest = code.rest();
        this.locals = code.locals();
        this.room = code.locals() + Verifier.deepest(code);
        this.constants = code.constants();
        this.instructions = Instruction.decode(code.bytecode(), code.constants());
        this.primitives = new Primitive[constants.length];
        this.functions = new Prototype[constants.length];
        this.captured = captured(instructions, code.locals());
        for (int i = 0; i < constants.length; i++) {
            if (constants[i] instanceof Code inner) {
                functions[i] = new Prototype(inner, program);
            }
        }
        List<Integer> decoded = new ArrayList<>();
        List<Integer> origins = new ArrayList<>();
        this.words = decode(decoded, origins);
        this.offsets = origins.stream().mapToInt(Integer::intValue).toArray();
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

    private int[] decode(List<Integer> decoded, List<Integer> origins) {
        Map<Integer, Integer> starts = new HashMap<>();
        List<Integer> jumps = new ArrayList<>();
        for (Instruction instruction : instructions) {
            starts.put(instruction.offset(), decoded.size());
            emit(instruction, decoded, jumps);
            while (origins.size() < decoded.size()) {
                origins.add(instruction.offset());
            }
        }
        int[] result = decoded.stream().mapToInt(Integer::intValue).toArray();
        for (int at : jumps) {
            result[at] = starts.getOrDefault(result[at], 0);
        }
        return result;
    }

    private void emit(Instruction instruction, List<Integer> decoded, List<Integer> jumps) {
        int first = instruction.first();
        switch (instruction.opcode()) {
            case LOCAL_GET -> decoded.addAll(List.of(captured[first] ? Ops.CELL_GET : Ops.LOCAL_GET, first));
            case LOCAL_SET -> decoded.addAll(List.of(captured[first] ? Ops.CELL_SET : Ops.LOCAL_SET, first));
            case GLOBAL_GET -> decoded.addAll(List.of(Ops.GLOBAL_GET, program.name((String) constants[first])));
            case GLOBAL_SET -> decoded.addAll(List.of(Ops.GLOBAL_SET, program.name((String) constants[first])));
            case JUMP, JUMP_IF_FALSE, JUMP_IF_TRUE -> {
                decoded.add(instruction.opcode().number());
                jumps.add(decoded.size());
                decoded.add(instruction.target());
            }
            case CLOSURE -> {
                decoded.addAll(List.of(Ops.CLOSURE, first));
                Arrays.stream(instruction.captures()).forEach(decoded::add);
            }
            case CALL_PRIM -> primitive(first, instruction.second(), decoded);
            default -> {
                decoded.add(instruction.opcode().number());
                if (!instruction.opcode().operands().isEmpty()) {
                    decoded.add(first);
                }
            }
        }
    }

    private void primitive(int constant, int argc, List<Integer> decoded) {
        String name = (String) constants[constant];
        Integer fast = FAST.get(name + argc);
        Primitive primitive = Primitives.find(name);
        if (fast != null) {
            decoded.add(fast);
        } else if (primitive == null || primitive == Primitives.APPLY) {
            decoded.addAll(List.of(Ops.CALL_NAMED, constant, argc));
        } else {
            primitives[constant] = primitive;
            decoded.addAll(List.of(Opcode.CALL_PRIM.number(), constant, argc));
        }
    }

    /// Where the instruction was written that the VM had fetched up to a word.
    int position(int word) {
        return offsets.length == 0 ? 0 : code.position(offsets[Math.max(0, Math.min(word, offsets.length) - 1)]);
    }
}
