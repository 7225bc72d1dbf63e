package coop.roseash.sx.value;

/// The one value that stands for nothing.
public final class Nil {
    public static final Nil NIL = new Nil();

    private Nil() {}

    @Override
    public String toString() {
        return "nil";
    }
}
