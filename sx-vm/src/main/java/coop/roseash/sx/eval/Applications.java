package coop.roseash.sx.eval;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.value.Nil;

/// The analysed forms that make functions and call them.
final class Applications {
    private Applications() {}

    static final class Function extends Node {
        final String name;
        final int arity;
        final boolean rest;
        Node body = new Nodes.Constant(Nil.NIL);

        Function(String name, int arity, boolean rest) {
            this.name = name;
            this.arity = arity;
            this.rest = rest;
        }

        @Override
        void evaluate(Machine machine) {
            machine.meter.allocate(Meter.CLOSURE);
            machine.value = new Lambda(this, machine.environment);
        }
    }

    /// A call of a value (its arguments follow the function in `parts`) or of a primitive.
    static final class Call extends Node {
        final @Nullable Primitive primitive;
        final Node[] parts;
        final boolean tail;
        final int position;

        Call(@Nullable Primitive primitive, Node[] parts, boolean tail, int position) {
            this.primitive = primitive;
            this.parts = parts;
            this.tail = tail;
            this.position = position;
        }

        @Override
        void evaluate(Machine machine) {
            advance(machine, null, new Object[parts.length], 0);
        }

        /// Fills in the parts from one on, waiting in a frame for those that need steps.
        void advance(Machine machine, @Nullable CallFrame waiting, Object[] values, int from) {
            for (int i = from; i < parts.length; i++) {
                Object immediate = parts[i].immediate(machine);
                if (immediate == null) {
                    CallFrame frame = waiting == null ? new CallFrame(this, values, machine.environment) : waiting;
                    frame.index = i;
                    machine.push(frame);
                    machine.control = parts[i];
                    return;
                }
                values[i] = immediate;
            }
            machine.at(position);
            if (primitive != null) {
                machine.value = primitive.apply(machine.meter, values);
            } else {
                machine.apply(values, tail);
            }
        }
    }

    static final class CallFrame extends Frame {
        final Call call;
        final Object[] values;
        final @Nullable Environment environment;
        int index;

        CallFrame(Call call, Object[] values, @Nullable Environment environment) {
            this.call = call;
            this.values = values;
            this.environment = environment;
        }

        @Override
        void resume(Machine machine, Object value) {
            machine.environment = environment;
            values[index] = value;
            call.advance(machine, this, values, index + 1);
        }
    }
}
