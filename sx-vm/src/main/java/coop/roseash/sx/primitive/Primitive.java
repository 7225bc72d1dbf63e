package coop.roseash.sx.primitive;

import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.value.NativeFunction;

/// A function of the language written in Java; whoever calls it has counted the application already.
public final class Primitive extends NativeFunction {
    /// What a primitive does once the number of its arguments is known to be right.
    @FunctionalInterface
    public interface Body {
        Object call(Meter meter, Object[] arguments);
    }

    private final Body body;

    public Primitive(String name, int minimum, int maximum, Body body) {
        super(name, minimum, maximum);
        this.body = body;
    }

    /// What it does, without the counting and checking.
    public Body body() {
        return body;
    }

    /// Counts one application, checks the number of arguments and calls.
    public Object apply(Meter meter, Object[] arguments) {
        meter.count(1);
        requireArity(arguments.length);
        return body.call(meter, arguments);
    }
}
