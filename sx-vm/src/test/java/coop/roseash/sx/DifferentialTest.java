package coop.roseash.sx;

import org.junit.jupiter.api.Assertions;

import coop.roseash.sx.bytecode.SxbcFile;
import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.value.Printer;
import coop.roseash.sx.value.SxException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/// Whatever program: every engine gives the same value, output, error, fuel and memory. More runs: -Dsx.programs=100000.
class DifferentialTest {
    private static final Profile PROFILE = new Profile(
            Limits.author().withDeadlineMillis(60_000).withFuel(20_000).withDepth(60),
            Profile.trusted().capabilities());
    private static final int SPEC_EVERY = 10;

    private static String outcome(Engine engine, String source) {
        SxEvaluation evaluation = Sx.evaluation(engine, PROFILE);
        String value;
        try {
            value = Printer.serialize(evaluation.evaluate(source));
        } catch (SxException e) {
            value = e.code().text();
        }
        return value + "\nfuel " + evaluation.fuel() + " alloc " + evaluation.alloc() + "\n" + evaluation.output();
    }

    @Property(tries = 1200, shrinking = ShrinkingMode.OFF)
    void allEnginesAgree(@ForAll long seed) {
        String source = new ProgramGenerator(seed).program();
        String expected = outcome(Engine.CEK, source);
        assertFalse(expected.startsWith("parse-error"), source);
        assertEquals(expected, outcome(Engine.VM, source), source);
        assertEquals(expected, outcome(Engine.JVM, source), source);
        if (seed % SPEC_EVERY == 0) {
            assertEquals(expected, outcome(Engine.SPEC, source), source);
        }
        long more = Long.getLong("sx.programs", 0) / 1200;
        for (long i = 0; i < more; i++) {
            String another = new ProgramGenerator(seed + 31 * i + 1).program();
            String wanted = outcome(Engine.CEK, another);
            for (Engine engine : Engine.values()) {
                assertEquals(wanted, outcome(engine, another), another);
            }
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void theCompilerWritesTheSameBytesOnEachEngine(@ForAll long seed) {
        String source = new ProgramGenerator(seed).program();
        String onVm = SxbcFile.write(Sx.evaluation(Engine.VM, PROFILE).compile(source));
        String onSpec = SxbcFile.write(Sx.evaluation(Engine.SPEC, PROFILE).compile(source));
        Assertions.assertEquals(onVm, onSpec);
    }
}
