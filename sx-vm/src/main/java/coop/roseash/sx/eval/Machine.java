package coop.roseash.sx.eval;

import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.primitive.Calls;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.value.Component;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;

/// The CEK machine: control, environment and continuation are its registers, so that no program needs the host's stack.
public final class Machine {
    /// Calls the procedures of other engines.
    public interface Foreign {
        Object call(Object function, Object[] arguments);
    }

    final Meter meter;
    private final Foreign foreign;
    @Nullable
    Node control;
    @Nullable
    Environment environment;
    Object value = Nil.NIL;
    int position;
    private @Nullable Frame frames;

    public Machine(Meter meter, Foreign foreign) {
        this.meter = meter;
        this.foreign = foreign;
    }

    /// Evaluates an analysed program.
    Object run(Node program) {
        control = program;
        environment = null;
        return run();
    }

    /// Calls a function with arguments.
    public Object call(Object function, Object... arguments) {
        Object[] values = new Object[arguments.length + 1];
        values[0] = function;
        System.arraycopy(arguments, 0, values, 1, arguments.length);
        control = null;
        apply(values, false);
        return run();
    }

    private Object run() {
        try {
            while (true) {
                Node node = control;
                if (node != null) {
                    control = null;
                    node.evaluate(this);
                    continue;
                }
                Frame frame = frames;
                if (frame == null) {
                    return value;
                }
                frames = frame.next;
                frame.resume(this, value);
            }
        } catch (SxException e) {
            throw e.at(position);
        }
    }

    /// Remembers a place for messages; forms of libraries have none, so that errors point into the program.
    void at(int place) {
        if (place != 0) {
            position = place;
        }
    }

    void push(Frame frame) {
        frame.next = frames;
        frames = frame;
    }

    Environment environment(int depth) {
        Environment found = environment;
        for (int i = 0; i < depth && found != null; i++) {
            found = found.parent;
        }
        return Objects.requireNonNull(found);
    }

    /// Applies the first of the values to the others.
    void apply(Object[] values, boolean tail) {
        Object function = values[0];
        Object[] arguments = Arrays.copyOfRange(values, 1, values.length);
        while (true) {
            switch (function) {
                case Lambda lambda -> {
                    enter(lambda, arguments, tail);
                    return;
                }
                case Primitive primitive when primitive != Primitives.APPLY -> {
                    value = primitive.apply(meter, arguments);
                    return;
                }
                case Primitive _ -> {
                    function = Calls.target(meter, arguments);
                    arguments = Calls.spread(meter, arguments);
                }
                case Component component -> function = component.body();
                default -> {
                    value = foreign.call(function, arguments);
                    return;
                }
            }
        }
    }

    private void enter(Lambda lambda, Object[] arguments, boolean tail) {
        Applications.Function code = lambda.code;
        meter.application();
        Calls.requireArity(code.name, code.arity, code.rest, arguments.length);
        if (!tail) {
            meter.enter();
            push(new ReturnFrame(position));
        }
        Object[] slots = code.rest ? withRest(code.arity, arguments) : arguments;
        environment = new Environment(slots, lambda.environment);
        control = code.body;
    }

    private Object[] withRest(int arity, Object[] arguments) {
        Object[] slots = Arrays.copyOf(arguments, arity + 1);
        SxList rest = Calls.rest(meter, Arrays.copyOfRange(arguments, arity, arguments.length));
        slots[arity] = rest;
        return slots;
    }

    /// Marks that a call which is not in tail position waits for its result; where it was written is the place again then.
    private static final class ReturnFrame extends Frame {
        private final int position;

        ReturnFrame(int position) {
            this.position = position;
        }

        @Override
        void resume(Machine machine, Object result) {
            machine.meter.depth--;
            machine.position = position;
            machine.value = result;
        }
    }
}
