package coop.roseash.sx;

import java.util.Locale;

/// The ways to run a program, all with the same observable behaviour.
public enum Engine {
    /// The CEK evaluator, the reference.
    CEK,
    /// The compiler and VM written in SX, on the evaluator.
    SPEC,
    /// The bytecode VM.
    VM,
    /// Bytecode compiled to JVM classes at its first call.
    JVM,
    /// The VM, moving to JVM classes what is called often.
    SX;

    /// The name on the command line.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
