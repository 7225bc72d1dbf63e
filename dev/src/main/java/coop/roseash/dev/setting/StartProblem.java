package coop.roseash.dev.setting;

/// Why the cooperative cannot start, in words that say what to do; shown without a stack trace.
public class StartProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartProblem(String message) {
        super(message);
    }
}
