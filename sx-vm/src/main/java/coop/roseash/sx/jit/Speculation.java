package coop.roseash.sx.jit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import coop.roseash.sx.bytecode.Instruction;
import coop.roseash.sx.bytecode.Opcode;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.vm.Decoded;
import coop.roseash.sx.vm.Prototype;
import coop.roseash.sx.vm.VmClosure;

/// What a function is likely to do, as far as it pays to be ready for it: which calls are of itself, and which of its
/// parameters are integers. Compiled code checks either before it relies on it.
final class Speculation {
    private static final int UNKNOWN = -1;
    private static final int ITSELF = -2;
    private static final int INTEGER = -3;
    /// What is called by a function that is compiled twice may not be too long.
    private static final int MOST_INSTRUCTIONS = 400;

    /// The closure that was called when it was compiled.
    final VmClosure closure;
    private final Prototype prototype;
    private final Decoded decoded;
    private final boolean[] integers;
    private final boolean[] callsItself;
    private boolean loops;
    private boolean recurs;
    private boolean counts;
    /// What it does besides.
    final Conduct conduct;

    Speculation(VmClosure closure) {
        this.closure = closure;
        this.prototype = closure.prototype;
        this.decoded = prototype.decoded();
        this.integers = new boolean[prototype.arity];
        this.callsItself = new boolean[decoded.instructions.size()];
        read();
        this.conduct = new Conduct(prototype, callsItself, recurs);
    }

    boolean isOfLibrary() {
        return prototype.program.library;
    }

    /// Whether a call is likely to be of the function itself.
    boolean callsItself(int index) {
        return callsItself[index];
    }

    /// The parameters that are likely to be integers.
    boolean[] integers() {
        return integers.clone();
    }

    /// Whether a copy for integers pays: only where the function calls itself do they stay what they are.
    boolean pays() {
        boolean any = false;
        for (boolean integer : integers) {
            any |= integer;
        }
        return any && (loops || recurs) && decoded.instructions.size() <= MOST_INSTRUCTIONS;
    }

    /// Whether it ends with calls of itself.
    boolean loops() {
        return loops;
    }

    /// Whether it waits for calls of itself.
    boolean recurs() {
        return recurs;
    }

    /// Whether the copy is likely to give integers to calls of itself.
    boolean givesIntegers() {
        return recurs && counts;
    }

    /// Follows where values come from, in a stack of parameters' numbers.
    private void read() {
        Deque<Integer> stack = new ArrayDeque<>();
        List<Instruction> instructions = decoded.instructions;
        Flow flow = new Flow(prototype, new boolean[0]);
        for (int i = 0; i < instructions.size(); i++) {
            Flow.State before = flow.before(i);
            if (before != null) {
                settle(stack, before.stack().length);
                step(instructions.get(i), i, stack);
            }
        }
    }

    private static void settle(Deque<Integer> stack, int size) {
        while (stack.size() > size) {
            stack.pop();
        }
        while (stack.size() < size) {
            stack.push(UNKNOWN);
        }
    }

    private void step(Instruction instruction, int index, Deque<Integer> stack) {
        int first = instruction.first();
        switch (instruction.opcode()) {
            case LOCAL_GET -> stack.push(first < prototype.arity && !decoded.captured[first] ? first : UNKNOWN);
            case CONST -> stack.push(prototype.code.constants()[first] instanceof Long ? INTEGER : UNKNOWN);
            case UPVALUE_GET -> stack.push(isItself(closure.upvalues[first].value) ? ITSELF : UNKNOWN);
            case GLOBAL_GET -> {
                Globals.Cell cell = decoded.cells[first];
                stack.push(cell.isDefined() && isItself(cell.get()) ? ITSELF : UNKNOWN);
            }
            case CALL, TAIL_CALL -> call(instruction, index, stack);
            case CALL_PRIM -> primitive(instruction, stack);
            default -> {
            }
        }
    }

    private boolean isItself(Object value) {
        return value instanceof VmClosure other && other.prototype == prototype;
    }

    private void call(Instruction instruction, int index, Deque<Integer> stack) {
        for (int i = 0; i < instruction.first(); i++) {
            stack.pop();
        }
        boolean itself = stack.pop() == ITSELF && instruction.first() == prototype.arity && !prototype.rest;
        callsItself[index] = itself;
        loops |= itself && instruction.opcode() == Opcode.TAIL_CALL;
        recurs |= itself && instruction.opcode() == Opcode.CALL;
        stack.push(UNKNOWN);
    }

    private void primitive(Instruction instruction, Deque<Integer> stack) {
        String name = (String) prototype.code.constants()[instruction.first()];
        if (instruction.second() != 2) {
            settle(stack, stack.size() - instruction.second());
            stack.push(UNKNOWN);
            return;
        }
        int right = stack.pop();
        int left = stack.pop();
        boolean arithmetic = Arithmetic.OPERATIONS.containsKey(name);
        counts |= arithmetic;
        // Anything may be compared with =, so only a comparison with an integer tells.
        boolean orders = arithmetic || name.equals("<") || name.equals(">");
        mark(left, orders || name.equals("=") && right == INTEGER);
        mark(right, orders || name.equals("=") && left == INTEGER || name.equals("get"));
        stack.push(UNKNOWN);
    }

    private void mark(int source, boolean integer) {
        if (source >= 0 && integer) {
            integers[source] = true;
        }
    }
}
