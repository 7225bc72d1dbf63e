package coop.roseash.sx.value;

/// A name in a program.
public record Symbol(String name) {
    @Override
    public String toString() {
        return name;
    }
}
