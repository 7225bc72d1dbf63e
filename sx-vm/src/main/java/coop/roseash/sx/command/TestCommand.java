package coop.roseash.sx.command;

import java.io.PrintStream;
import java.util.List;

import coop.roseash.sx.Engine;
import coop.roseash.sx.SuiteRunner;
import coop.roseash.sx.Sx;

/// Runs the suites of the language and says what failed.
final class TestCommand {
    private final PrintStream out;

    TestCommand(PrintStream out) {
        this.out = out;
    }

    boolean run(Options options) {
        boolean passed = true;
        for (Engine engine : options.full() ? List.of(Engine.values()) : List.of(Engine.CEK)) {
            passed &= run(engine);
        }
        return passed;
    }

    private boolean run(Engine engine) {
        int tests = 0;
        int failed = 0;
        long start = System.nanoTime();
        for (String file : SuiteRunner.SUITES) {
            for (SuiteRunner.Outcome outcome : SuiteRunner.run(file,
                    () -> Sx.evaluation(engine, SuiteRunner.PROFILE))) {
                tests++;
                if (!outcome.failure().isEmpty()) {
                    failed++;
                    out.println(
                            engine.text() + ", " + outcome.suite() + ", " + outcome.test() + ": " + outcome.failure());
                }
            }
        }
        out.printf("%-5s %d tests, %d failed, %.1f s%n", engine.text(), tests, failed,
                (System.nanoTime() - start) / 1e9);
        return failed == 0;
    }
}
