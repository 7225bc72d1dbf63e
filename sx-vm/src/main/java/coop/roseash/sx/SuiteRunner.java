package coop.roseash.sx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.reader.Reader;
import coop.roseash.sx.reader.Specification;
import coop.roseash.sx.value.Printer;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;

/// Runs the suites of the language that are written in SX.
public final class SuiteRunner {
    public static final List<String> SUITES = List.of("test-vm.sx", "test-reader.sx", "test-eval.sx",
            "test-closures.sx",
            "test-r7rs.sx", "test-render.sx", "test-limits.sx");

    /// What a test may use.
    public static final Profile PROFILE = Profile.trusted().with(Limits.trusted().withFuel(300_000).withDepth(10_000));

    /// One test and what came of it; the failure is empty if all is well.
    public record Outcome(String suite, String test, String failure) {}

    private SuiteRunner() {}

    /// All tests of a file, each in an evaluation of its own.
    public static List<Outcome> run(String file, Supplier<SxEvaluation> evaluations) {
        return runText(Specification.text("tests/" + file), evaluations);
    }

    static List<Outcome> runText(String text, Supplier<SxEvaluation> evaluations) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Object form : Reader.read(text, Limits.trusted()).asList()) {
            SxList suite = (SxList) form;
            for (Object test : suite.slice(2, suite.size()).asList()) {
                outcomes.add(test((String) suite.get(1), (SxList) test, evaluations.get()));
            }
        }
        return outcomes;
    }

    /// The test's program is printed and read again, so it takes the way of any other.
    private static Outcome test(String suite, SxList test, SxEvaluation evaluation) {
        StringBuilder source = new StringBuilder();
        for (int i = 3; i < test.size(); i++) {
            source.append(source(test.get(i))).append('\n');
        }
        String expected = Printer.serialize(test.get(2));
        String actual = outcome(evaluation, source.toString());
        String failure = expected.equals(actual) ? "" : "expected " + expected + " but was " + actual;
        return new Outcome(suite, (String) test.get(1), failure);
    }

    private static String source(Object form) {
        return form instanceof SxList list && list.isBracketed()
                ? "[" + list.asList()
                    .stream()
                    .map(SuiteRunner::source)
                    .collect(Collectors.joining(" ")) + "]"
                : form instanceof SxList list
                        ? "(" + list.asList()
                            .stream()
                            .map(SuiteRunner::source)
                            .collect(Collectors.joining(" ")) + ")"
                        : Printer.serialize(form);
    }

    private static String outcome(SxEvaluation evaluation, String source) {
        try {
            return evaluation.serialize(evaluation.evaluate(source));
        } catch (SxException e) {
            return Printer.serialize(SxList.of(new Symbol("error"), new Symbol(e.code().text())));
        }
    }
}
