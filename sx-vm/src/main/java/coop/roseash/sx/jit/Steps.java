package coop.roseash.sx.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;

import coop.roseash.sx.limit.Meter;

/// The steps of a function that its code has not counted yet: known at each place of the code, they are counted at once
/// before anything that may look at the fuel.
///
/// A function that loops pays for steps ahead, up to where the fuel must be looked at, and counts down in a JVM local
/// what it paid for. A function looks at the fuel before its first call and then before each fourth: what runs in
/// between is short ({@link coop.roseash.sx.limit.Meter#look}).
final class Steps {
    private static final int CALLS_WITHOUT_LOOK = 4;

    private final CodeBuilder code;
    private final Registers registers;
    /// Whether it loops, and does so by counting down.
    private final boolean loops;
    /// Whether nothing in the loop looks at the meter.
    private final boolean loopsOnly;
    private final boolean paysAhead;
    private final boolean few;
    private final int firstSteps;
    private final int ahead;
    private final Label start;
    /// Where a loop starts again that has nothing left of what it paid for.
    private final Label again;
    private State now;

    /// What is known at a place.
    ///
    /// @param open steps taken and not counted
    /// @param paid whether some may be paid for ahead
    /// @param calls made since the fuel was looked at
    record State(int open, boolean paid, int calls) {
        State join(State other) {
            return new State(Math.max(open, other.open), paid || other.paid, Math.max(calls, other.calls));
        }
    }

    Steps(CodeBuilder code, Registers registers, Speculation speculation) {
        this.code = code;
        this.registers = registers;
        this.paysAhead = speculation.conduct.paysAhead();
        this.loops = speculation.loops() && !paysAhead;
        this.loopsOnly = loops && speculation.conduct.isPlain() && !speculation.recurs();
        this.firstSteps = speculation.conduct.firstSteps();
        this.few = speculation.conduct.isShort();
        this.ahead = code.allocateLocal(TypeKind.INT);
        this.start = code.newLabel();
        this.again = code.newLabel();
        this.now = new State(-firstSteps, loops, CALLS_WITHOUT_LOOK);
    }

    /// Before the function starts, and not again where it loops: whoever loops has looked.
    void start() {
        code.loadConstant(0).istore(ahead);
        if (loops && !loopsOnly || !few) {
            look();
            now = new State(now.open, now.paid, 0);
        }
        code.labelBinding(again);
        if (loopsOnly) {
            payAhead();
        }
        code.labelBinding(start);
    }

    private void payAhead() {
        code.aload(registers.meter)
            .iload(ahead)
            .invokevirtual(Names.METER, "payAhead", Names.type(Names.INT, Names.INT))
            .istore(ahead);
    }

    State state() {
        return now;
    }

    /// At a place to which another way leads.
    void set(State state) {
        now = state;
    }

    void add() {
        now = new State(now.open + 1, now.paid, now.calls);
    }

    /// The steps so far and one more, which the code that follows counts itself.
    int take() {
        int taken = now.open + 1;
        now = new State(0, now.paid, now.calls);
        return taken;
    }

    /// Leaves on the JVM's stack how many steps are to be counted if what follows fails.
    void load() {
        code.loadConstant(now.open);
        if (now.paid) {
            code.iload(ahead).isub();
        } else if (paysAhead) {
            code.iload(registers.waiting()).loadConstant((1 << Meter.WAITING_SHIFT) - 1).iand().isub();
        }
    }

    /// Counts the steps so far.
    void count() {
        count(take() - 1);
    }

    void count(int some) {
        if (now.paid) {
            code.aload(registers.meter).loadConstant(some).iload(ahead).isub();
            code.invokevirtual(Names.METER, "count", Names.type(Names.VOID, Names.INT));
            code.loadConstant(0).istore(ahead);
        } else if (some != 0) {
            code.aload(registers.meter)
                .loadConstant(some)
                .invokevirtual(Names.METER, "count", Names.type(Names.VOID, Names.INT));
        }
        now = new State(now.open, false, now.calls);
    }

    /// Where ways meet or part: the steps so far, as each way may have taken others.
    void join() {
        if (!loops) {
            count();
        } else if (now.open > 0) {
            code.iinc(ahead, -now.open);
            now = new State(0, true, now.calls);
        }
    }

    /// Jumps back to the start of a loop.
    void again() {
        turn(take());
        code.goto_(again);
    }

    private void turn(int taken) {
        if (paysAhead) {
            count(taken + firstSteps);
            if (now.calls >= CALLS_WITHOUT_LOOK) {
                look();
            }
            return;
        }
        if (loopsOnly) {
            code.iinc(ahead, -taken).iload(ahead).ifge(start);
            return;
        }
        if (!now.paid) {
            code.aload(registers.meter)
                .loadConstant(taken)
                .invokevirtual(Names.METER, "applications", Names.type(Names.VOID, Names.INT));
            return;
        }
        Label enough = code.newLabel();
        code.iinc(ahead, -taken).iload(ahead).ifge(enough);
        payAhead();
        code.labelBinding(enough);
    }

    /// Counts the steps so far, a call, and those it pays for: its first ones and so many behind it.
    void countCall(int last) {
        count(take() + firstSteps + last);
        beforeCall();
        now = new State(-last, now.paid, now.calls);
    }

    /// Before a call, all steps counted.
    void beforeCall() {
        if (!few || now.calls >= CALLS_WITHOUT_LOOK) {
            look();
            now = new State(now.open, now.paid, 0);
        }
        now = new State(now.open, now.paid, now.calls + 1);
    }

    /// Before the function returns, all steps counted.
    void beforeReturn() {
        if (!few) {
            look();
        }
    }

    private void look() {
        code.aload(registers.meter).invokevirtual(Names.METER, "look", Names.type(Names.VOID));
    }
}
