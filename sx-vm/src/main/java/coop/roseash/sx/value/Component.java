package coop.roseash.sx.value;

import java.util.List;

/// A template with named holes: its body is a procedure of a dict (by key) and a list (the children).
public record Component(String name, List<String> keys, boolean takesChildren, Object body) {
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
