package coop.roseash.sx.eval;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Values;

/// The kinds of analysed forms.
final class Nodes {
    private Nodes() {}

    static final class Constant extends Node {
        final Object value;

        Constant(Object value) {
            this.value = value;
        }

        @Override
        void evaluate(Machine machine) {
            machine.value = value;
        }

        @Override
        Object immediate(Machine machine) {
            return value;
        }
    }

    static final class LocalGet extends Node {
        final int depth;
        final int index;

        LocalGet(int depth, int index) {
            this.depth = depth;
            this.index = index;
        }

        @Override
        void evaluate(Machine machine) {
            machine.value = immediate(machine);
        }

        @Override
        Object immediate(Machine machine) {
            return machine.environment(depth).slots[index];
        }
    }

    static final class GlobalGet extends Node {
        final Globals.Cell cell;
        final int position;

        GlobalGet(Globals.Cell cell, int position) {
            this.cell = cell;
            this.position = position;
        }

        @Override
        void evaluate(Machine machine) {
            machine.value = immediate(machine);
        }

        @Override
        Object immediate(Machine machine) {
            machine.at(position);
            return cell.get();
        }
    }

    /// Stores a value and yields it: in a variable, in a global that exists, or as a new global.
    static final class Store extends Node {
        final Target target;
        final Node value;
        final int position;

        Store(Target target, Node value, int position) {
            this.target = target;
            this.value = value;
            this.position = position;
        }

        interface Target {
            void store(Machine machine, Object value);
        }

        @Override
        void evaluate(Machine machine) {
            machine.push(new Frame() {
                private final @Nullable Environment environment = machine.environment;

                @Override
                void resume(Machine m, Object result) {
                    m.environment = environment;
                    m.at(position);
                    target.store(m, result);
                    m.value = result;
                }
            });
            machine.control = value;
        }
    }

    static final class If extends Node {
        final Node test;
        final Node then;
        final Node otherwise;

        If(Node test, Node then, Node otherwise) {
            this.test = test;
            this.then = then;
            this.otherwise = otherwise;
        }

        @Override
        void evaluate(Machine machine) {
            Object immediate = test.immediate(machine);
            if (immediate != null) {
                machine.control = Values.isTruthy(immediate) ? then : otherwise;
                return;
            }
            machine.push(new IfFrame(this, machine.environment));
            machine.control = test;
        }
    }

    private static final class IfFrame extends Frame {
        final If node;
        final @Nullable Environment environment;

        IfFrame(If node, @Nullable Environment environment) {
            this.node = node;
            this.environment = environment;
        }

        @Override
        void resume(Machine machine, Object value) {
            machine.environment = environment;
            machine.control = Values.isTruthy(value) ? node.then : node.otherwise;
        }
    }

    /// `and` and `or`: the first value that decides, else the last.
    static final class Junction extends Node {
        final Node first;
        final Node rest;
        final boolean decides;

        Junction(Node first, Node rest, boolean decides) {
            this.first = first;
            this.rest = rest;
            this.decides = decides;
        }

        @Override
        void evaluate(Machine machine) {
            machine.push(new Frame() {
                private final @Nullable Environment environment = machine.environment;

                @Override
                void resume(Machine m, Object result) {
                    if (Values.isTruthy(result) == decides) {
                        m.value = result;
                    } else {
                        m.environment = environment;
                        m.control = rest;
                    }
                }
            });
            machine.control = first;
        }
    }

    static final class Sequence extends Node {
        final Node[] nodes;

        Sequence(Node[] nodes) {
            this.nodes = nodes;
        }

        @Override
        void evaluate(Machine machine) {
            machine.push(new SequenceFrame(nodes, machine.environment));
            machine.control = nodes[0];
        }
    }

    private static final class SequenceFrame extends Frame {
        final Node[] nodes;
        final @Nullable Environment environment;
        int done = 1;

        SequenceFrame(Node[] nodes, @Nullable Environment environment) {
            this.nodes = nodes;
            this.environment = environment;
        }

        @Override
        void resume(Machine machine, Object value) {
            machine.environment = environment;
            machine.control = nodes[done++];
            if (done < nodes.length) {
                machine.push(this);
            }
        }
    }

    /// New variables, all nil, around a form.
    static final class Scope extends Node {
        final int size;
        final Node body;

        Scope(int size, Node body) {
            this.size = size;
            this.body = body;
        }

        @Override
        void evaluate(Machine machine) {
            machine.environment = Environment.empty(size, machine.environment);
            machine.control = body;
        }
    }

    static final class Function extends Node {
        final String name;
        final int arity;
        final boolean rest;
        Node body = new Constant(Nil.NIL);

        Function(String name, int arity, boolean rest) {
            this.name = name;
            this.arity = arity;
            this.rest = rest;
        }

        @Override
        void evaluate(Machine machine) {
            machine.meter.closure();
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

    /// A form that belongs to the scope around the newest one.
    static final class Outside extends Node {
        final Node form;

        Outside(Node form) {
            this.form = form;
        }

        @Override
        void evaluate(Machine machine) {
            machine.environment = machine.environment(0).parent;
            machine.control = form;
        }
    }
}
