package coop.roseash.sx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The suites written in SX, on every engine.
class SuiteTest {
    private static final Profile PROFILE = SuiteRunner.PROFILE;

    @ParameterizedTest
    @EnumSource
    void everySuitePassesOn(Engine engine) {
        for (String file : SuiteRunner.SUITES) {
            List<SuiteRunner.Outcome> failed = SuiteRunner.run(file, () -> Sx.evaluation(engine, PROFILE))
                .stream()
                .filter(outcome -> !outcome.failure().isEmpty())
                .toList();
            assertEquals(List.of(), failed, file);
        }
    }

    @Test
    void theVmSuiteHasItsSeventyTwoTests() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        SuiteRunner.run("test-vm.sx", () -> Sx.evaluation(Engine.CEK, PROFILE))
            .forEach(outcome -> counts.merge(outcome.suite(), 1, Integer::sum));
        assertEquals(Map.ofEntries(Map.entry("constants", 5), Map.entry("arithmetic", 5), Map.entry("comparison", 5),
                Map.entry("control flow", 14), Map.entry("let", 5), Map.entry("lambda", 4), Map.entry("closures", 4),
                Map.entry("upvalue mutation", 4), Map.entry("tail calls", 3), Map.entry("collections", 5),
                Map.entry("strings", 3), Map.entry("define", 3), Map.entry("letrec", 2), Map.entry("quasiquote", 3),
                Map.entry("threading", 2), Map.entry("integration", 5)), counts);
        assertEquals(72, counts.values().stream().mapToInt(Integer::intValue).sum());
    }
}
