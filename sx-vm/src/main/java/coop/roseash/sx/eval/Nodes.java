package coop.roseash.sx.eval;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.Values;

/// The kinds of analysed forms, but for functions and their calls.
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
