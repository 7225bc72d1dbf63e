package coop.roseash.sx.value;

/// A name in a program.
public record Symbol(String name) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Symbol symbol && symbol.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
