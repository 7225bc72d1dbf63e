package coop.roseash.sx.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.invoke.CallSite;
import java.util.Collections;
import java.util.List;

import coop.roseash.sx.jit.Flow.Kind;
import coop.roseash.sx.jit.Flow.State;
import coop.roseash.sx.limit.Meter;

/// Emits the calls and returns of one copy of a function.
final class Calls {
    private static final ClassDesc[] NOTHING = {};
    /// The JVM's methods take no more than 255 arguments, and few calls have many.
    private static final int MOST_SPREAD = 16;
    private static final DirectMethodHandleDesc LINK = ConstantDescs.ofCallsiteBootstrap(Names.of(CallPlace.class),
            "link", Names.of(CallSite.class), Names.INT);

    private final Speculation speculation;
    private final Copy copy;
    private final boolean library;
    private final Constants constants;
    private final CodeBuilder code;
    private final Registers registers;
    private final Steps steps;

    Calls(Speculation speculation, Copy copy, Constants constants, CodeBuilder code, Registers registers, Steps steps) {
        this.speculation = speculation;
        this.copy = copy;
        this.library = speculation.isOfLibrary();
        this.constants = constants;
        this.code = code;
        this.registers = registers;
        this.steps = steps;
    }

    /// @param kinds of the function and its arguments, which are on the stack
    void call(int index, List<Kind> kinds) {
        if (!speculation.callsItself(index)) {
            steps.count();
            steps.beforeCall();
            registers.boxAll(kinds);
            tellDepth();
            callAny(kinds.size() - 1);
            return;
        }
        registers.spill(kinds);
        Label other = code.newLabel();
        Label end = code.newLabel();
        unlessItself(kinds, other);
        Steps.State before = steps.state();
        int last = speculation.conduct.lastSteps(index);
        code.iload(registers.waiting())
            .loadConstant(Meter.WAITING_SHIFT)
            .iushr()
            .aload(registers.meter)
            .getfield(Names.METER, "mostOnHost", Names.INT)
            .if_icmpge(other);
        steps.countCall(last);
        Steps.State after = steps.state();
        code.aload(Registers.VM);
        self();
        arguments(kinds);
        code.iload(registers.waiting())
            .loadConstant((1 << Meter.WAITING_SHIFT) + last)
            .iadd()
            .invokestatic(Names.COMPILED, copy.method(), copy.type());
        waiting(last);
        code.aload(Registers.VM)
            .invokestatic(Names.LINKAGE, "resume", Names.type(Names.OBJECT, copy.result(), Names.INT, Names.VM))
            .goto_(end)
            .labelBinding(other);
        steps.set(before);
        steps.count();
        tellDepth();
        for (int i = 0; i < kinds.size(); i++) {
            registers.loadBoxed(i, kinds.get(i));
        }
        callAny(kinds.size() - 1);
        if (speculation.conduct.paysAhead()) {
            code.aload(registers.meter);
            waiting(last);
            code.invokevirtual(Names.METER, "resume", Names.type(Names.VOID, Names.INT));
        }
        code.labelBinding(end);
        steps.set(after);
    }

    private void waiting(int paid) {
        code.iload(registers.waiting()).loadConstant(paid).iadd();
    }

    /// Before anything is called that looks at the depth.
    void tellDepth() {
        if (speculation.conduct.paysAhead()) {
            code.aload(registers.meter)
                .iload(registers.waiting())
                .invokevirtual(Names.METER, "tell", Names.type(Names.VOID, Names.INT));
        } else if (copy.recurs()) {
            code.aload(registers.meter)
                .iload(registers.waiting())
                .loadConstant(Meter.WAITING_SHIFT)
                .iushr()
                .putfield(Names.METER, "depth", Names.INT);
        }
    }

    /// Jumps if what is called is another function, or an argument is none this copy takes.
    private void unlessItself(List<Kind> kinds, Label other) {
        registers.loadSpare(0, Kind.OBJECT);
        self();
        code.if_acmpne(other);
        for (int i = 1; i < kinds.size(); i++) {
            if (copy.kinds().get(i - 1) == Kind.INTEGER && kinds.get(i) == Kind.OBJECT) {
                registers.loadSpare(i, Kind.OBJECT);
                code.instanceOf(Names.BOX).ifeq(other);
            }
        }
    }

    /// The function itself. One that captures nothing is a constant, which need not be kept while others run.
    private void self() {
        if (speculation.closure.upvalues.length == 0) {
            constants.load(code, speculation.closure, Names.CLOSURE);
        } else {
            code.aload(Registers.SELF);
        }
    }

    private void arguments(List<Kind> kinds) {
        for (int i = 1; i < kinds.size(); i++) {
            if (copy.kinds().get(i - 1) == Kind.INTEGER) {
                registers.loadInteger(i, kinds.get(i));
            } else {
                registers.loadBoxed(i, kinds.get(i));
            }
        }
    }

    /// A call of any value, under so many arguments on the stack.
    private void callAny(int argc) {
        if (argc > MOST_SPREAD) {
            registers.pack(Collections.nCopies(argc, Kind.OBJECT));
            code.aload(Registers.VM)
                .invokestatic(Names.LINKAGE, "call",
                        Names.type(Names.OBJECT, Names.OBJECT, Names.ARRAY, Names.VM));
            return;
        }
        code.aload(Registers.VM)
            .invokedynamic(DynamicCallSiteDesc
                .of(LINK, "call", Names.type(Names.OBJECT, NOTHING, argc + 1, Names.VM))
                .withArgs(library ? 1 : 0));
    }

    /// A CALL_PRIM of what is no ordinary primitive.
    void named(String name, List<Kind> kinds) {
        steps.count();
        steps.beforeCall();
        registers.pack(kinds);
        tellDepth();
        code.aload(Registers.VM)
            .loadConstant(name)
            .invokestatic(Names.LINKAGE, "callNamed", Names.type(Names.OBJECT, Names.ARRAY, Names.VM, Names.STRING));
    }

    void tailCall(int index, List<Kind> kinds, State before) {
        registers.spill(kinds);
        if (speculation.callsItself(index)) {
            Label other = code.newLabel();
            unlessItself(kinds, other);
            if (speculation.conduct.paysAhead()) {
                // Near the end of the fuel only the VM's loop looks at every step.
                code.aload(registers.meter).getfield(Names.METER, "mostOnHost", Names.INT).ifeq(other);
            }
            Steps.State untaken = steps.state();
            arguments(kinds);
            for (int i = kinds.size() - 2; i >= 0; i--) {
                registers.store(i, copy.kinds().get(i));
            }
            for (int i = before.stack().length - kinds.size() - 1; i >= 0; i--) {
                registers.pop(before.stack()[i]);
            }
            steps.again();
            code.labelBinding(other);
            steps.set(untaken);
        }
        steps.count();
        registers.loadSpare(0, Kind.OBJECT);
        registers.packSpares(1, kinds.subList(1, kinds.size()));
        code.aload(Registers.VM)
            .invokestatic(Names.LINKAGE, "tail", Names.type(Names.OBJECT, Names.OBJECT, Names.ARRAY, Names.VM));
        giveBack(Kind.OBJECT);
    }

    /// Returns what is on the stack.
    void giveBack(Kind kind) {
        steps.count();
        steps.beforeReturn();
        if (copy.givesIntegers()) {
            code.aload(Registers.VM)
                .invokestatic(Names.LINKAGE, "give",
                        Names.type(Names.LONG, kind == Kind.INTEGER ? Names.LONG : Names.OBJECT, Names.VM))
                .lreturn();
        } else {
            registers.box(kind);
            code.areturn();
        }
    }
}
