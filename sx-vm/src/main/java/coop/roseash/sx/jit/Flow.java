package coop.roseash.sx.jit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.bytecode.Instruction;
import coop.roseash.sx.bytecode.Opcode;
import coop.roseash.sx.vm.Decoded;
import coop.roseash.sx.vm.Prototype;

/// What is known of a function's values before each instruction. Jumps lead forward only, so one pass finds it.
final class Flow {
    /// A plain 64-bit integer, or any value as an object.
    enum Kind {
        OBJECT, INTEGER;

        Kind join(Kind other) {
            return this == other ? this : OBJECT;
        }
    }

    /// The kinds of the locals and of what is on the stack.
    record State(Kind[] locals, Kind[] stack) {
        private static Kind[] join(Kind[] a, Kind[] b) {
            Kind[] joined = a.clone();
            Arrays.setAll(joined, i -> a[i].join(b[i]));
            return joined;
        }

        State join(State other) {
            return new State(join(locals, other.locals), join(stack, other.stack));
        }

        Kind fromTop(int distance) {
            return stack[stack.length - 1 - distance];
        }

        State push(int taken, Kind... given) {
            int kept = stack.length - taken;
            Kind[] changed = Arrays.copyOf(stack, kept + given.length);
            System.arraycopy(given, 0, changed, kept, given.length);
            return new State(locals, changed);
        }

        State set(int local, Kind kind) {
            Kind[] changed = locals.clone();
            changed[local] = kind;
            return new State(changed, stack);
        }
    }

    private final Prototype prototype;
    private final Decoded decoded;
    private final @Nullable State[] states;
    private final int[] entries;
    private final Map<Integer, Integer> indexes = new HashMap<>();

    /// @param integers which parameters are integers
    Flow(Prototype prototype, boolean[] integers) {
        this.prototype = prototype;
        this.decoded = prototype.decoded();
        List<Instruction> instructions = decoded.instructions;
        this.states = new State[instructions.size()];
        this.entries = new int[instructions.size()];
        for (int i = 0; i < instructions.size(); i++) {
            indexes.put(instructions.get(i).offset(), i);
        }
        Kind[] locals = new Kind[prototype.locals];
        Arrays.setAll(locals, i -> i < integers.length && integers[i] ? Kind.INTEGER : Kind.OBJECT);
        enter(0, new State(locals, new Kind[0]));
        for (int i = 0; i < states.length; i++) {
            State before = states[i];
            if (before != null) {
                step(i, before);
            }
        }
    }

    /// What is known before an instruction, or null if none leads to it.
    @Nullable
    State before(int index) {
        return states[index];
    }

    /// By how many ways an instruction is come to.
    int entries(int index) {
        return entries[index];
    }

    int index(int offset) {
        return indexes.getOrDefault(offset, 0);
    }

    private void step(int index, State before) {
        Instruction instruction = decoded.instructions.get(index);
        State after = after(instruction, before);
        switch (instruction.opcode()) {
            case RETURN, TAIL_CALL -> {
            }
            case JUMP -> enter(index(instruction.target()), after);
            case JUMP_IF_FALSE, JUMP_IF_TRUE -> {
                enter(index(instruction.target()), after);
                enter(index + 1, after);
            }
            default -> enter(index + 1, after);
        }
    }

    private void enter(int index, State state) {
        State known = states[index];
        states[index] = known == null ? state : known.join(state);
        entries[index]++;
    }

    /// What is known after an instruction.
    State after(Instruction instruction, State before) {
        int first = instruction.first();
        return switch (instruction.opcode()) {
            case CONST -> before.push(0, prototype.code.constants()[first] instanceof Long
                    ? Kind.INTEGER
                    : Kind.OBJECT);
            case LOCAL_GET -> before.push(0, before.locals[first]);
            case LOCAL_SET -> decoded.captured[first] ? before : before.set(first, before.fromTop(0));
            case DUP -> before.push(1, before.fromTop(0), before.fromTop(0));
            case NIL, TRUE, FALSE, UPVALUE_GET, GLOBAL_GET, CLOSURE -> before.push(0, Kind.OBJECT);
            case POP, JUMP_IF_FALSE, JUMP_IF_TRUE, RETURN -> before.push(1);
            case JUMP, UPVALUE_SET, GLOBAL_SET, DEFINE -> before;
            case CALL, TAIL_CALL -> before.push(first + 1, Kind.OBJECT);
            case CALL_PRIM -> before.push(instruction.second(), primitive(instruction, before));
            case LIST, STR_CONCAT -> before.push(first, Kind.OBJECT);
            case DICT -> before.push(2 * first, Kind.OBJECT);
        };
    }

    private Kind primitive(Instruction instruction, State before) {
        boolean integer = instruction.second() == 2
                && Arithmetic.OPERATIONS.containsKey(name(instruction))
                && before.fromTop(0) == Kind.INTEGER && before.fromTop(1) == Kind.INTEGER;
        return integer ? Kind.INTEGER : Kind.OBJECT;
    }

    private String name(Instruction instruction) {
        return (String) prototype.code.constants()[instruction.first()];
    }

    /// Whether an instruction is a jump that depends on a value.
    static boolean isBranch(Instruction instruction) {
        return instruction.opcode() == Opcode.JUMP_IF_FALSE || instruction.opcode() == Opcode.JUMP_IF_TRUE;
    }
}
