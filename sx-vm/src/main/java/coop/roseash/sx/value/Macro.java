package coop.roseash.sx.value;

/// A procedure from forms to a form, run at compile time.
public record Macro(String name, Object transformer) {
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
