package coop.roseash.sx.bytecode;

import coop.roseash.sx.value.Position;

/// The bytecode of one function with all it refers to; functions inside it are among its constants.
///
/// @param locals slots for parameters and variables
/// @param lines offset, line and column in turn, by ascending offset; they do not count in the hash
public record Code(int arity, boolean rest, int locals, int upvalueCount, String name, byte[] bytecode,
        Object[] constants,
        int[] lines) {
    /// Where the instruction at an offset was written, 0 if it is not known.
    public int position(int offset) {
        int found = 0;
        for (int i = 0; i + 2 < lines.length && lines[i] <= offset; i += 3) {
            found = Position.of(lines[i + 1], lines[i + 2]);
        }
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "<code " + name + ">";
    }
}
