package coop.roseash.sx.value;

/// A function written in Java, with the arities it takes.
public abstract class NativeFunction {
    public static final int ANY = Integer.MAX_VALUE;

    private final String name;
    private final int minimum;
    private final int maximum;

    protected NativeFunction(String name, int minimum, int maximum) {
        this.name = name;
        this.minimum = minimum;
        this.maximum = maximum;
    }

    public final String name() {
        return name;
    }

    public final int minimum() {
        return minimum;
    }

    public final int maximum() {
        return maximum;
    }

    /// Refuses a wrong number of arguments.
    public final void requireArity(int count) {
        if (count < minimum || count > maximum) {
            throw Arity.error(name, minimum, maximum, count);
        }
    }
}
