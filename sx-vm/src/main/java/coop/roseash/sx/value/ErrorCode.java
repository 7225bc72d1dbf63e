package coop.roseash.sx.value;

/// Why a program stopped, as the command line and the tests name it.
public enum ErrorCode {
    PARSE_ERROR, UNDEFINED_SYMBOL, RESERVED_NAME, NOT_CALLABLE, ARITY, TYPE, INDEX, DIVISION_BY_ZERO, ARITHMETIC_OVERFLOW, USER_ERROR, FROZEN, FUEL_EXHAUSTED, MEMORY_EXCEEDED, DEPTH_EXCEEDED, DEADLINE_EXCEEDED, OUTPUT_EXCEEDED, FORBIDDEN, BYTECODE_INVALID, COMPILE_LIMIT;

    private final String text = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

    /// The code as written in messages: `undefined-symbol`.
    public String text() {
        return text;
    }
}
