package coop.roseash.sx.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
    private static final int MOST_KEPT = 16;
    private final Prototype prototype;
    private final Decoded decoded;
    private final Speculation speculation;
    private final Copy copy;
    private final Flow flow;
    private final Constants constants;
    private final CodeBuilder code;
    private final Registers registers;
    private final Calls calls;
    private final Map<Integer, Label> labels = new HashMap<>();
    private final Map<Integer, Integer> stepsAtLabels = new HashMap<>();
    private final List<Handler> handlers = new ArrayList<>();
    private final List<Integer> kept = new ArrayList<>();
    private final Steps steps;
    private final PrimitiveCalls primitives;

    /// A stretch of code and where its errors are said to be.
    private record Handler(Label from, Label to, int place) {}

    Body(Prototype prototype, Speculation speculation, Copy copy, Constants constants, CodeBuilder code) {
        this.prototype = prototype;
        this.decoded = prototype.decoded();
        this.speculation = speculation;
        this.copy = copy;
        this.flow = new Flow(prototype, copy.integers());
        this.constants = constants;
        this.code = code;
        this.registers = new Registers(code, prototype.locals, copy.kinds());
        this.steps = new Steps(code, registers);
        this.primitives = new PrimitiveCalls(constants, code, registers, steps);
        this.calls = new Calls(speculation, copy, constants, code, registers, steps);
    }

    void emit() {
        code.aload(Registers.VM).getfield(Names.VM, "meter", Names.METER).astore(registers.meter);
        keepUpvalues();
        code.labelBinding(calls.start);
        for (int slot = 0; slot < prototype.locals; slot++) {
            initialise(slot);
        }
        for (int i = 0; i < decoded.instructions.size(); i++) {
            State before = flow.before(i);
            if (before != null) {
                arrive(i);
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

    /// A loop finds the cells it uses once.
    private void keepUpvalues() {
        int count = prototype.code.upvalueCount();
        if (speculation.loops() && count <= MOST_KEPT) {
            for (int i = 0; i < count; i++) {
                upvalue(i);
                kept.add(code.allocateLocal(TypeKind.REFERENCE));
                code.astore(kept.getLast());
            }
        }
    }

    private void initialise(int slot) {
        boolean parameter = slot < copy.kinds().size();
        if (decoded.captured[slot]) {
            code.new_(Names.CELL).dup();
            if (parameter) {
                registers.load(slot, Kind.OBJECT);
            } else {
                nil();
            }
            code.invokespecial(Names.CELL, "<init>", Names.type(Names.VOID, Names.OBJECT));
            registers.store(slot, Kind.OBJECT);
        } else if (!parameter) {
            nil();
            registers.store(slot, Kind.OBJECT);
        }
    }

    private void nil() {
        code.getstatic(Names.NIL, "NIL", Names.NIL);
    }

    private Label label(int index) {
        return labels.computeIfAbsent(index, _ -> code.newLabel());
    }

    private void arrive(int index) {
        Label label = labels.get(index);
        if (label != null) {
            code.labelBinding(label);
            steps.set(stepsAtLabels.getOrDefault(index, 0));
        }
    }

    /// Goes on to an instruction: where ways meet, steps are counted and values are of the kinds all agree on.
    private void meet(int index, State state) {
        if (flow.entries(index) > 1) {
            steps.count();
        }
        convert(state, known(index));
        stepsAtLabels.put(index, steps.open());
    }

    private State known(int index) {
        State known = flow.before(index);
        if (known == null) {
            throw new IllegalStateException("no way leads to instruction " + index);
        }
        return known;
    }

    private void convert(State from, State to) {
        for (int i = 0; i < from.locals().length; i++) {
            if (from.locals()[i] != to.locals()[i]) {
                registers.load(i, Kind.INTEGER);
                registers.box(Kind.INTEGER);
                registers.store(i, Kind.OBJECT);
            }
        }
        int size = from.stack().length;
        int first = 0;
        while (first < size && from.stack()[first] == to.stack()[first]) {
            first++;
        }
        List<Kind> above = List.of(from.stack()).subList(first, size);
        registers.spill(above);
        for (int i = 0; i < above.size(); i++) {
            registers.loadSpare(i, above.get(i));
            registers.box(to.stack()[first + i] == Kind.OBJECT ? above.get(i) : Kind.OBJECT);
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
            meet(index + 1, flow.after(instruction, before));
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
            case CONST -> constant(prototype.code.constants()[first]);
            case NIL -> nil();
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
            case LOCAL_GET, LOCAL_SET, UPVALUE_GET, UPVALUE_SET, GLOBAL_GET, GLOBAL_SET, DEFINE -> variable(instruction,
                    before);
            case JUMP -> {
                meet(flow.index(instruction.target()), before);
                code.goto_(label(flow.index(instruction.target())));
            }
            case JUMP_IF_FALSE, JUMP_IF_TRUE -> test(index, instruction, before);
            case CALL -> calls.call(index, kinds(before, first + 1));
            case TAIL_CALL -> calls.tailCall(index, kinds(before, first + 1), before);
            case RETURN -> calls.giveBack(before.fromTop(0));
            case CLOSURE -> closure(instruction);
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

    private void constant(Object value) {
        if (value instanceof Long integer) {
            code.loadConstant(integer.longValue());
        } else {
            constants.load(code, value, Names.OBJECT);
        }
    }

    private void variable(Instruction instruction, State before) {
        int first = instruction.first();
        switch (instruction.opcode()) {
            case LOCAL_GET -> {
                registers.load(first, before.locals()[first]);
                if (decoded.captured[first]) {
                    code.checkcast(Names.CELL).getfield(Names.CELL, "value", Names.OBJECT);
                }
            }
            case LOCAL_SET -> set(first, before.fromTop(0));
            case UPVALUE_GET -> {
                upvalue(first);
                code.getfield(Names.CELL, "value", Names.OBJECT);
            }
            case UPVALUE_SET -> {
                registers.duplicateBoxed(before.fromTop(0));
                upvalue(first);
                code.swap().putfield(Names.CELL, "value", Names.OBJECT);
            }
            case GLOBAL_GET -> {
                constants.load(code, decoded.cells[first], Names.GLOBAL);
                code.aload(registers.meter)
                    .loadConstant(steps.open())
                    .invokestatic(Names.OPERATIONS, "global",
                            Names.type(Names.OBJECT, Names.GLOBAL, Names.METER, Names.INT));
            }
            case GLOBAL_SET -> {
                steps.count();
                registers.duplicateBoxed(before.fromTop(0));
                constants.load(code, decoded.cells[first], Names.GLOBAL);
                code.swap().invokevirtual(Names.GLOBAL, "assign", Names.type(Names.OBJECT, Names.OBJECT)).pop();
            }
            default -> {
                steps.count();
                registers.duplicateBoxed(before.fromTop(0));
                code.aload(Registers.SELF)
                    .loadConstant((String) prototype.code.constants()[first])
                    .invokestatic(Names.OPERATIONS, "define",
                            Names.type(Names.VOID, Names.OBJECT, Names.CLOSURE, Names.STRING));
            }
        }
    }

    private void set(int local, Kind kind) {
        if (decoded.captured[local]) {
            registers.duplicateBoxed(kind);
            registers.load(local, Kind.OBJECT);
            code.swap().putfield(Names.CELL, "value", Names.OBJECT);
        } else if (kind == Kind.INTEGER) {
            code.dup2();
            registers.store(local, kind);
        } else {
            code.dup();
            registers.store(local, kind);
        }
    }

    private void upvalue(int index) {
        if (index < kept.size()) {
            code.aload(kept.get(index));
            return;
        }
        code.aload(Registers.SELF)
            .getfield(Names.CLOSURE, "upvalues", Names.CELL.arrayType())
            .loadConstant(index)
            .aaload();
    }

    private void test(int index, Instruction jump, State before) {
        registers.box(before.fromTop(0));
        countWhereWaysPart(index);
        code.invokestatic(Names.VALUES, "isTruthy", Names.type(Names.BOOLEAN, Names.OBJECT));
        branch(index, Branch.on(jump), flow.after(jump, before));
    }

    /// Both ways of a jump take the steps along, unless other ways meet them.
    private void countWhereWaysPart(int jump) {
        int target = flow.index(decoded.instructions.get(jump).target());
        if (flow.entries(target) > 1 || flow.entries(jump + 1) > 1) {
            steps.count();
        }
    }

    /// A jump, its condition on the JVM's stack.
    private void branch(int index, Branch condition, State after) {
        int target = flow.index(decoded.instructions.get(index).target());
        if (Arrays.equals(after.locals(), known(target).locals())
                && Arrays.equals(after.stack(), known(target).stack())) {
            code.branch(condition.opcode(), label(target));
        } else {
            Label skip = code.newLabel();
            code.branch(condition.opposite(), skip);
            convert(after, known(target));
            code.goto_(label(target)).labelBinding(skip);
        }
        stepsAtLabels.put(target, steps.open());
        meet(index + 1, after);
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
        countWhereWaysPart(index + 1);
        State after = flow.after(next, known(index + 1));
        if (kinds.contains(Kind.OBJECT)) {
            primitives.operation(operation, kinds, Names.BOOLEAN, Names.BOOLEAN);
            branch(index + 1, Branch.on(next), after);
        } else {
            code.lcmp();
            branch(index + 1, Branch.on(name, next), after);
        }
        return index + 1;
    }

    private void closure(Instruction instruction) {
        steps.count();
        int[] captures = instruction.captures();
        constants.load(code, Objects.requireNonNull(decoded.functions[instruction.first()]), Names.PROTOTYPE);
        code.loadConstant(captures.length / 2).anewarray(Names.CELL);
        for (int i = 0; i < captures.length; i += 2) {
            code.dup().loadConstant(i / 2);
            if (captures[i] == 1) {
                registers.load(captures[i + 1], Kind.OBJECT);
            } else {
                upvalue(captures[i + 1]);
            }
            code.aastore();
        }
        code.aload(registers.meter)
            .invokestatic(Names.OPERATIONS, "closure",
                    Names.type(Names.OBJECT, Names.PROTOTYPE, Names.CELL.arrayType(), Names.METER));
    }
}
