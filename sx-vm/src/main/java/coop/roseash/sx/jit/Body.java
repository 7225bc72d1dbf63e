package coop.roseash.sx.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.List;

import coop.roseash.sx.bytecode.Instruction;
import coop.roseash.sx.bytecode.Opcode;
import coop.roseash.sx.jit.Flow.Kind;
import coop.roseash.sx.jit.Flow.State;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.vm.Decoded;
import coop.roseash.sx.vm.Prototype;

/// Emits the code of one copy of a function: its locals are JVM locals, its stack is the JVM's.
final class Body {
    private final Prototype prototype;
    private final Decoded decoded;
    private final Speculation speculation;
    private final Copy copy;
    private final Flow flow;
    private final CodeBuilder code;
    private final Registers registers;
    private final Calls calls;
    private final List<Handler> handlers = new ArrayList<>();
    private final Steps steps;
    private final PrimitiveCalls primitives;
    private final Variables variables;
    private final Ways ways;

    /// A stretch of code and where its errors are said to be.
    private record Handler(Label from, Label to, int place) {}

    Body(Prototype prototype, Speculation speculation, Copy copy, Constants constants, CodeBuilder code) {
        this.prototype = prototype;
        this.decoded = prototype.decoded();
        this.speculation = speculation;
        this.copy = copy;
        this.flow = new Flow(prototype, copy.integers());
        this.code = code;
        this.registers = new Registers(code, prototype.locals, copy.kinds());
        this.steps = new Steps(code, registers, speculation);
        this.primitives = new PrimitiveCalls(constants, code, registers, steps);
        this.variables = new Variables(prototype, constants, code, registers, steps);
        this.ways = new Ways(decoded, flow, code, registers, steps);
        this.calls = new Calls(speculation, copy, constants, code, registers, steps);
    }

    void emit() {
        code.aload(Registers.VM).getfield(Names.VM, "meter", Names.METER).astore(registers.meter);
        if (speculation.loops()) {
            variables.keepUpvalues();
        }
        steps.start();
        for (int slot = 0; slot < prototype.locals; slot++) {
            variables.initialise(slot, slot < copy.kinds().size());
        }
        for (int i = 0; i < decoded.instructions.size(); i++) {
            State before = flow.before(i);
            if (before != null) {
                ways.arrive(i);
                i = placed(i, before);
            }
        }
        for (Handler handler : handlers) {
            code.exceptionCatch(handler.from, handler.to, code.newBoundLabel(), Names.ERROR);
            code.loadConstant(handler.place)
                .invokevirtual(Names.ERROR, "at", Names.type(Names.ERROR, Names.INT))
                .athrow();
        }
    }

    /// One instruction, or two that go together, under a handler that gives an error its place; the index of the last.
    private int placed(int index, State before) {
        Instruction instruction = decoded.instructions.get(index);
        int place = canFail(instruction.opcode()) ? prototype.code.position(instruction.offset()) : 0;
        Label from = code.newBoundLabel();
        int last = emit(index, instruction, before);
        if (place != 0) {
            handlers.add(new Handler(from, code.newBoundLabel(), place));
        }
        if (last == index && fallsThrough(instruction.opcode())) {
            ways.meet(index + 1, flow.after(instruction, before));
        }
        return last;
    }

    private static boolean fallsThrough(Opcode opcode) {
        return switch (opcode) {
            case JUMP, JUMP_IF_FALSE, JUMP_IF_TRUE, RETURN, TAIL_CALL -> false;
            default -> true;
        };
    }

    private static boolean canFail(Opcode opcode) {
        return switch (opcode) {
            case CALL, TAIL_CALL, CALL_PRIM, LIST, DICT, STR_CONCAT, CLOSURE, GLOBAL_GET, GLOBAL_SET, DEFINE -> true;
            default -> false;
        };
    }

    private int emit(int index, Instruction instruction, State before) {
        int first = instruction.first();
        switch (instruction.opcode()) {
            case CONST -> variables.constant(prototype.code.constants()[first]);
            case NIL -> variables.nil();
            case TRUE -> code.getstatic(Names.TRUTH, "TRUE", Names.TRUTH);
            case FALSE -> code.getstatic(Names.TRUTH, "FALSE", Names.TRUTH);
            case POP -> registers.pop(before.fromTop(0));
            case DUP -> {
                if (before.fromTop(0) == Kind.INTEGER) {
                    code.dup2();
                } else {
                    code.dup();
                }
            }
            case LOCAL_GET, LOCAL_SET, UPVALUE_GET, UPVALUE_SET, GLOBAL_GET, GLOBAL_SET, DEFINE ->
                variables.variable(instruction,
                        before);
            case JUMP -> ways.jump(instruction, before);
            case JUMP_IF_FALSE, JUMP_IF_TRUE -> test(index, instruction, before);
            case CALL -> calls.call(index, kinds(before, first + 1));
            case TAIL_CALL -> calls.tailCall(index, kinds(before, first + 1), before);
            case RETURN -> calls.giveBack(before.fromTop(0));
            case CLOSURE -> variables.closure(instruction);
            case CALL_PRIM -> {
                return primitive(index, instruction, before);
            }
            case LIST -> primitives.array("list", kinds(before, first));
            case DICT -> primitives.array("dict", kinds(before, 2 * first));
            case STR_CONCAT -> primitives.concatenation(kinds(before, first));
        }
        return index;
    }

    private static List<Kind> kinds(State state, int count) {
        int size = state.stack().length;
        return List.of(state.stack()).subList(size - count, size);
    }

    private void test(int index, Instruction jump, State before) {
        registers.box(before.fromTop(0));
        ways.countWhereWaysPart(index);
        code.invokestatic(Names.VALUES, "isTruthy", Names.type(Names.BOOLEAN, Names.OBJECT));
        ways.branch(index, Branch.on(jump), flow.after(jump, before));
    }

    private int primitive(int index, Instruction instruction, State before) {
        String name = (String) prototype.code.constants()[instruction.first()];
        List<Kind> kinds = kinds(before, instruction.second());
        if (kinds.size() == 2 && Arithmetic.ORDER.containsKey(name)) {
            return comparison(name, index, kinds);
        }
        Primitive primitive = Primitives.find(name);
        if (primitive == null || primitive == Primitives.APPLY) {
            calls.named(name, kinds);
        } else {
            primitives.call(primitive, kinds);
        }
        return index;
    }

    /// A comparison whose result only decides a jump makes no boolean object.
    private int comparison(String name, int index, List<Kind> kinds) {
        Instruction next = decoded.instructions.get(index + 1);
        boolean decides = Flow.isBranch(next) && flow.entries(index + 1) == 1;
        String operation = Arithmetic.ORDER.getOrDefault(name, name);
        steps.add();
        if (!decides) {
            primitives.operation(operation, kinds, Names.BOOLEAN, Names.BOOLEAN);
            code.invokestatic(Names.TRUTH, "valueOf", Names.type(Names.TRUTH, Names.BOOLEAN));
            return index;
        }
        ways.countWhereWaysPart(index + 1);
        State after = flow.after(next, ways.known(index + 1));
        if (kinds.contains(Kind.OBJECT)) {
            primitives.operation(operation, kinds, Names.BOOLEAN, Names.BOOLEAN);
            ways.branch(index + 1, Branch.on(next), after);
        } else {
            code.lcmp();
            ways.branch(index + 1, Branch.on(name, next), after);
        }
        return index + 1;
    }

}
