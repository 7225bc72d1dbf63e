package coop.roseash.sx.eval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.SxException;

/// The names of one scope while a program is analysed; counts slots as the compiler does, so that both refuse the same.
final class Bindings {
    private static final int MOST = 255;

    /// What one function needs at run time.
    private static final class Room {
        final @Nullable Room parent;
        final Set<Variable> captured = new LinkedHashSet<>();
        int next;

        Room(@Nullable Room parent) {
            this.parent = parent;
        }
    }

    private static final class Variable {
        String name;
        final int index;
        final int slot;
        boolean captured;

        Variable(String name, int index, int slot) {
            this.name = name;
            this.index = index;
            this.slot = slot;
        }
    }

    private final @Nullable Bindings parent;
    private final Room room;
    private final int firstSlot;
    private final List<Variable> variables = new ArrayList<>();
    private int size;

    private Bindings(@Nullable Bindings parent, Room room) {
        this.parent = parent;
        this.room = room;
        this.firstSlot = room.next;
    }

    static Bindings function(@Nullable Bindings parent) {
        return new Bindings(parent, new Room(parent == null ? null : parent.room));
    }

    static Bindings block(@Nullable Bindings parent, Bindings module) {
        return new Bindings(parent, parent == null ? module.room : parent.room);
    }

    /// A new variable's index in its scope.
    int define(String name) {
        if (room.next >= MOST) {
            throw new SxException(ErrorCode.COMPILE_LIMIT, "a function can have at most " + MOST + " variables");
        }
        variables.add(new Variable(name, size, room.next++));
        return size++;
    }

    /// A place for a value without a name, which the compiler keeps on its stack.
    int hidden() {
        return size++;
    }

    /// Makes the newest variable of a name invisible for a while.
    void rename(String from, String to) {
        for (Variable variable : variables) {
            if (variable.name.equals(from)) {
                variable.name = to;
            }
        }
    }

    int size() {
        return size;
    }

    /// Ends a block: its slots are free again unless a function holds on to them.
    void end() {
        int next = firstSlot;
        for (Variable variable : variables) {
            if (variable.captured) {
                next = variable.slot + 1;
            }
        }
        room.next = next;
    }

    /// The index of a variable of this very scope, else -1.
    int resolveOwn(String name) {
        for (int i = variables.size() - 1; i >= 0; i--) {
            if (variables.get(i).name.equals(name)) {
                return variables.get(i).index;
            }
        }
        return -1;
    }

    boolean binds(String name) {
        return resolve(name) != null;
    }

    Nodes.@Nullable LocalGet resolve(String name) {
        int depth = 0;
        for (Bindings scope = this; scope != null; scope = scope.parent) {
            for (int i = scope.variables.size() - 1; i >= 0; i--) {
                Variable variable = scope.variables.get(i);
                if (variable.name.equals(name)) {
                    capture(variable, scope.room);
                    return new Nodes.LocalGet(depth, variable.index);
                }
            }
            depth++;
        }
        return null;
    }

    private void capture(Variable variable, Room owner) {
        for (Room inner = room; inner != owner && inner != null; inner = inner.parent) {
            variable.captured = true;
            inner.captured.add(variable);
            if (inner.captured.size() > MOST) {
                throw new SxException(ErrorCode.COMPILE_LIMIT,
                        "a function can use at most " + MOST + " variables from around it");
            }
        }
    }
}
