package coop.roseash.sx.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import coop.roseash.sx.bytecode.Instruction;
import coop.roseash.sx.jit.Flow.Kind;
import coop.roseash.sx.jit.Flow.State;
import coop.roseash.sx.vm.Decoded;
import coop.roseash.sx.vm.Prototype;

/// Emits what one copy of a function does with its variables, those it captured, and global names.
final class Variables {
    private static final int MOST_KEPT = 16;
    private final Prototype prototype;
    private final Decoded decoded;
    private final Constants constants;
    private final CodeBuilder code;
    private final Registers registers;
    private final Steps steps;
    private final List<Integer> kept = new ArrayList<>();

    Variables(Prototype prototype, Constants constants, CodeBuilder code, Registers registers, Steps steps) {
        this.prototype = prototype;
        this.decoded = prototype.decoded();
        this.constants = constants;
        this.code = code;
        this.registers = registers;
        this.steps = steps;
    }

    /// A loop finds the cells it uses once.
    void keepUpvalues() {
        int count = prototype.code.upvalueCount();
        if (count <= MOST_KEPT) {
            for (int i = 0; i < count; i++) {
                upvalue(i);
                kept.add(code.allocateLocal(TypeKind.REFERENCE));
                code.astore(kept.getLast());
            }
        }
    }

    void initialise(int slot, boolean parameter) {
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

    void nil() {
        code.getstatic(Names.NIL, "NIL", Names.NIL);
    }

    void constant(Object value) {
        if (value instanceof Long integer) {
            code.loadConstant(integer.longValue());
        } else {
            constants.load(code, value, Names.OBJECT);
        }
    }

    void variable(Instruction instruction, State before) {
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
                code.aload(registers.meter);
                steps.load();
                code.invokestatic(Names.OPERATIONS, "global",
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

    void closure(Instruction instruction) {
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
