package coop.roseash.sx.jit;

import java.util.Map;

/// The primitives of two arguments that compiled functions do themselves, and the names of their operations.
final class Arithmetic {
    /// Those that give an integer for two integers.
    static final Map<String, String> OPERATIONS = Map.of("+", "add", "-", "subtract", "*", "multiply", "mod", "modulo");
    static final Map<String, String> ORDER = Map.of("<", "less", ">", "greater", "=", "equal");

    private Arithmetic() {}
}
