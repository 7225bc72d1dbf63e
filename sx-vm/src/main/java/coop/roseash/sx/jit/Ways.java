package coop.roseash.sx.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import coop.roseash.sx.bytecode.Instruction;
import coop.roseash.sx.jit.Flow.Kind;
import coop.roseash.sx.jit.Flow.State;
import coop.roseash.sx.vm.Decoded;

/// Emits the jumps of one copy of a function, and what must agree where ways meet: steps counted and kinds of values.
final class Ways {
    private final Decoded decoded;
    private final Flow flow;
    private final CodeBuilder code;
    private final Registers registers;
    private final Steps steps;
    private final Map<Integer, Label> labels = new HashMap<>();
    private final Map<Integer, Steps.State> stepsAtLabels = new HashMap<>();

    Ways(Decoded decoded, Flow flow, CodeBuilder code, Registers registers, Steps steps) {
        this.decoded = decoded;
        this.flow = flow;
        this.code = code;
        this.registers = registers;
        this.steps = steps;
    }

    private Label label(int index) {
        return labels.computeIfAbsent(index, _ -> code.newLabel());
    }

    void arrive(int index) {
        Label label = labels.get(index);
        if (label != null) {
            code.labelBinding(label);
            steps.set(Objects.requireNonNull(stepsAtLabels.get(index)));
        }
    }

    /// Goes on to an instruction: where ways meet, steps are counted and values are of the kinds all agree on.
    void meet(int index, State state) {
        if (flow.entries(index) > 1) {
            steps.join();
        }
        convert(state, known(index));
        remember(index);
    }

    private void remember(int index) {
        stepsAtLabels.merge(index, steps.state(), Steps.State::join);
    }

    State known(int index) {
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

    /// A jump that is always made.
    void jump(Instruction jump, State state) {
        meet(flow.index(jump.target()), state);
        code.goto_(label(flow.index(jump.target())));
    }

    /// Both ways of a jump take the steps along, unless other ways meet them.
    void countWhereWaysPart(int jump) {
        int target = flow.index(decoded.instructions.get(jump).target());
        if (flow.entries(target) > 1 || flow.entries(jump + 1) > 1) {
            steps.join();
        }
    }

    /// A jump, its condition on the JVM's stack.
    void branch(int index, Branch condition, State after) {
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
        remember(target);
        meet(index + 1, after);
    }
}
