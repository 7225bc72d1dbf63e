package coop.roseash.sx.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.util.List;

import coop.roseash.sx.jit.Flow.Kind;
import coop.roseash.sx.primitive.Primitive;

/// Emits the calls of primitives and the instructions that are like them.
final class PrimitiveCalls {
    private final Constants constants;
    private final CodeBuilder code;
    private final Registers registers;
    private final Steps steps;

    PrimitiveCalls(Constants constants, CodeBuilder code, Registers registers, Steps steps) {
        this.constants = constants;
        this.code = code;
        this.registers = registers;
        this.steps = steps;
    }

    /// @param kinds of its arguments, which are on the stack
    void call(Primitive primitive, List<Kind> kinds) {
        String operation = kinds.size() == 2 ? Arithmetic.OPERATIONS.get(primitive.name()) : null;
        if (operation != null) {
            arithmetic(operation, kinds);
        } else if (kinds.size() == 2 && primitive.name().equals("get")) {
            steps.add();
            get(kinds);
        } else if (kinds.size() == 2 && primitive.name().equals("append!")) {
            steps.add();
            steps.count();
            registers.boxAll(kinds);
            code.aload(registers.meter)
                .invokestatic(Names.OPERATIONS, "append",
                        Names.type(Names.OBJECT, Names.OBJECT, Names.OBJECT, Names.METER));
        } else {
            any(primitive, kinds);
        }
    }

    void concatenation(List<Kind> kinds) {
        if (kinds.size() != 2 && kinds.size() != 3) {
            array("concatenate", kinds);
            return;
        }
        steps.count();
        registers.boxAll(kinds);
        code.aload(registers.meter)
            .invokestatic(Names.OPERATIONS, "concatenate",
                    Names.type(Names.OBJECT, new ClassDesc[0], kinds.size(), Names.METER));
    }

    void array(String operation, List<Kind> kinds) {
        steps.count();
        registers.pack(kinds);
        code.aload(registers.meter)
            .invokestatic(Names.OPERATIONS, operation, Names.type(Names.OBJECT, Names.ARRAY, Names.METER));
    }

    private void get(List<Kind> kinds) {
        boolean integer = kinds.get(0) == Kind.OBJECT && kinds.get(1) == Kind.INTEGER;
        if (!integer) {
            registers.boxAll(kinds);
        }
        code.aload(registers.meter);
        steps.load();
        code.invokestatic(Names.OPERATIONS, "get", Names.type(Names.OBJECT, Names.OBJECT,
                integer ? Names.LONG : Names.OBJECT, Names.METER, Names.INT));
    }

    private void arithmetic(String operation, List<Kind> kinds) {
        steps.add();
        operation(operation, kinds, Names.LONG, Names.OBJECT);
    }

    /// An operation on two values. If one is known to be an integer, the other most likely is one too.
    void operation(String operation, List<Kind> kinds, ClassDesc ofIntegers, ClassDesc ofObjects) {
        if (kinds.get(0) == kinds.get(1)) {
            boolean integers = kinds.get(0) == Kind.INTEGER;
            operate(operation, integers ? ofIntegers : ofObjects, integers ? Names.LONG : Names.OBJECT);
            return;
        }
        registers.spill(kinds);
        Label objects = code.newLabel();
        Label end = code.newLabel();
        registers.loadSpare(kinds.indexOf(Kind.OBJECT), Kind.OBJECT);
        code.instanceOf(Names.BOX).ifeq(objects);
        registers.loadInteger(0, kinds.get(0));
        registers.loadInteger(1, kinds.get(1));
        operate(operation, ofIntegers, Names.LONG);
        registers.box(ofIntegers == Names.LONG ? Kind.INTEGER : Kind.OBJECT);
        code.goto_(end).labelBinding(objects);
        registers.loadBoxed(0, kinds.get(0));
        registers.loadBoxed(1, kinds.get(1));
        operate(operation, ofObjects, Names.OBJECT);
        code.labelBinding(end);
    }

    /// Calls an operation, which is told the steps to count if it fails.
    private void operate(String operation, ClassDesc result, ClassDesc operand) {
        code.aload(registers.meter);
        steps.load();
        code.invokestatic(Names.OPERATIONS, operation, Names.type(result, operand, operand, Names.METER, Names.INT));
    }

    private void any(Primitive primitive, List<Kind> kinds) {
        steps.add();
        steps.count();
        registers.spill(kinds);
        if (kinds.size() < primitive.minimum() || kinds.size() > primitive.maximum()) {
            constants.load(code, primitive, Names.PRIMITIVE);
            code.loadConstant(kinds.size())
                .invokevirtual(Names.PRIMITIVE, "requireArity", Names.type(Names.VOID, Names.INT));
        }
        constants.load(code, primitive.body(), Names.BODY);
        code.aload(registers.meter);
        registers.packSpares(0, kinds);
        code.invokeinterface(Names.BODY, "call", Names.type(Names.OBJECT, Names.METER, Names.ARRAY));
    }
}
