package coop.roseash.sx.bytecode;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Refuses bytecode that could harm a VM or fail to end: after it, no instruction needs a check of its own.
public final class Verifier {
    private static final int MOST = 255;
    private static final int UNKNOWN = -1;

    private final Code code;
    private final List<Instruction> instructions;
    private final Map<Integer, Integer> indexes = new HashMap<>();
    private int deepest;

    private Verifier(Code code) {
        this.code = code;
        this.instructions = Instruction.decode(code.bytecode(), code.constants());
        for (int i = 0; i < instructions.size(); i++) {
            indexes.put(instructions.get(i).offset(), i);
        }
    }

    /// Checks a program and all functions in it.
    public static Code verify(Code program) {
        require(program.arity() == 0 && !program.rest() && program.upvalueCount() == 0,
                "a program takes no arguments and nothing is around it");
        Deque<Code> waiting = new ArrayDeque<>(List.of(program));
        while (!waiting.isEmpty()) {
            Code code = waiting.pop();
            deepest(code);
            for (Object constant : code.constants()) {
                if (constant instanceof Code inner) {
                    waiting.push(inner);
                }
            }
        }
        return program;
    }

    /// Checks one function; the most values it has on its stack beside its locals.
    public static int deepest(Code code) {
        int parameters = code.arity() + (code.rest() ? 1 : 0);
        require(code.arity() >= 0 && parameters <= code.locals() && code.locals() <= MOST,
                "its arity or locals are wrong");
        require(code.upvalueCount() >= 0 && code.upvalueCount() <= MOST, "its number of upvalues is wrong");
        Verifier verifier = new Verifier(code);
        verifier.instructions.forEach(verifier::operands);
        verifier.end();
        verifier.flow();
        return verifier.deepest;
    }

    /// The depth of the stack before each instruction, -1 where none comes.
    public static int[] depths(Code code) {
        return new Verifier(code).flow();
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw Instruction.invalid(otherwise);
        }
    }

    private void operands(Instruction instruction) {
        int operand = instruction.first();
        switch (instruction.opcode()) {
            case CONST -> require(operand < code.constants().length && !(code.constants()[operand] instanceof Code),
                    "constant " + operand + " is no value");
            case GLOBAL_GET, GLOBAL_SET, DEFINE, CALL_PRIM -> require(
                    operand < code.constants().length && code.constants()[operand] instanceof String,
                    "constant " + operand + " is no name");
            case LOCAL_GET, LOCAL_SET -> require(operand < code.locals(), "there is no local " + operand);
            case UPVALUE_GET, UPVALUE_SET -> require(operand < code.upvalueCount(), "there is no upvalue " + operand);
            case JUMP, JUMP_IF_FALSE, JUMP_IF_TRUE -> require(operand >= 0 && indexes.containsKey(instruction.target()),
                    "the jump at " + instruction.offset() + " leads nowhere");
            case CLOSURE -> captures(instruction.captures());
            case NIL, TRUE, FALSE, POP, DUP, CALL, TAIL_CALL, RETURN, LIST, DICT, STR_CONCAT -> {
            }
        }
    }

    /// Nothing falls off the end, not even what is never reached.
    private void end() {
        require(!instructions.isEmpty() && (instructions.getLast().opcode() == Opcode.RETURN
                || instructions.getLast().opcode() == Opcode.TAIL_CALL), "it does not end with RETURN");
    }

    private void captures(int[] captures) {
        for (int i = 0; i < captures.length; i += 2) {
            int most = captures[i] == 1 ? code.locals() : code.upvalueCount();
            require(captures[i] <= 1 && captures[i + 1] < most, "a function captures what does not exist");
        }
    }

    /// Jumps lead forward only, so one pass knows the depth of the stack at each instruction that can be reached.
    private int[] flow() {
        int[] depths = new int[instructions.size()];
        Arrays.fill(depths, UNKNOWN);
        depths[0] = 0;
        for (int i = 0; i < depths.length; i++) {
            if (depths[i] != UNKNOWN) {
                step(i, depths);
            }
        }
        return depths;
    }

    private void step(int index, int[] depths) {
        Instruction instruction = instructions.get(index);
        int taken = taken(instruction);
        require(depths[index] >= taken, "the stack is empty at " + instruction.offset());
        int depth = depths[index] - taken + given(instruction.opcode());
        deepest = Math.max(deepest, Math.max(depth, depths[index]));
        switch (instruction.opcode()) {
            case RETURN, TAIL_CALL -> {
            }
            case JUMP -> join(indexes.getOrDefault(instruction.target(), UNKNOWN), depth, depths);
            case JUMP_IF_FALSE, JUMP_IF_TRUE -> {
                join(indexes.getOrDefault(instruction.target(), UNKNOWN), depth, depths);
                join(index + 1, depth, depths);
            }
            default -> join(index + 1, depth, depths);
        }
    }

    private static void join(int index, int depth, int[] depths) {
        require(depths[index] == UNKNOWN || depths[index] == depth, "the stack has two depths at one place");
        depths[index] = depth;
    }

    private static int taken(Instruction instruction) {
        return switch (instruction.opcode()) {
            case POP, DUP, LOCAL_SET, UPVALUE_SET, GLOBAL_SET, DEFINE, JUMP_IF_FALSE, JUMP_IF_TRUE, RETURN -> 1;
            case CALL, TAIL_CALL -> instruction.first() + 1;
            case CALL_PRIM -> instruction.second();
            case LIST, STR_CONCAT -> instruction.first();
            case DICT -> 2 * instruction.first();
            case CONST, NIL, TRUE, FALSE, LOCAL_GET, UPVALUE_GET, GLOBAL_GET, JUMP, CLOSURE -> 0;
        };
    }

    private static int given(Opcode opcode) {
        return switch (opcode) {
            case POP, JUMP, JUMP_IF_FALSE, JUMP_IF_TRUE, RETURN -> 0;
            case DUP -> 2;
            default -> 1;
        };
    }
}
