package coop.roseash.sx.value;

/// Says that a call has the wrong number of arguments.
public final class Arity {
    private Arity() {}

    public static SxException error(String name, int minimum, int maximum, int given) {
        String wanted = maximum == NativeFunction.ANY
                ? "at least " + minimum
                : minimum == maximum
                        ? String.valueOf(minimum)
                        : minimum + " to " + maximum;
        return new SxException(ErrorCode.ARITY,
                name + " takes " + wanted + (wanted.equals("1") ? " argument" : " arguments")
                        + ", but was given " + given);
    }
}
