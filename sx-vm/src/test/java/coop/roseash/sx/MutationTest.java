package coop.roseash.sx;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.compile.Compiler;
import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.reader.Reader;
import coop.roseash.sx.reader.Specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/// Wrong compilers and VMs must fail the 72 tests, or the tests are worth nothing.
class MutationTest {
    private static final Profile PROFILE = Profile.trusted()
        .with(Limits.trusted().withFuel(2_000_000).withDepth(20_000).withDeadlineMillis(5_000));

    private static long failures(String compilerSource, String vmSource) {
        CekSession session = new CekSession(
                SxRuntime.evaluatedLibrary().with(Compiler.NATIVES).with(SpecMachine.names()));
        Meter meter = SpecImage.plenty();
        session.evaluate(Reader.read(Specification.text("bytecode.sx") + compilerSource, meter.limits()), meter, meter);
        Compiler compiler = new Compiler(
                (own, function, arguments) -> session.call(own, session.lookUp(function), arguments));
        Code library = SelfCompilation.onEvaluator(java.util.List.of("stdlib.sx"));
        SpecImage image = new SpecImage(SxRuntime.evaluatedLibrary(), vmSource, library);
        return SuiteRunner.run("test-vm.sx", () -> new SxEvaluation(new SpecSession(image, compiler), PROFILE))
            .stream()
            .filter(outcome -> !outcome.failure().isEmpty())
            .count();
    }

    private static String replaced(String text, String from, String to) {
        assertFalse(text.indexOf(from) < 0, "no longer in the source: " + from);
        return text.replace(from, to);
    }

    @Test
    void theRightOnesPass() {
        assertEquals(0, failures(Specification.text("compiler.sx"), Specification.text("vm.sx")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "compiler | (emit-jump em \"JUMP_IF_FALSE\") | (emit-jump em \"JUMP_IF_TRUE\")",
            "compiler | (get special-forms name) | (if (= name \"letrec\") compile-let (get special-forms name))",
            "compiler | (if (= (type-of test) \"keyword\") | (if (= test \"else\")",
            "vm | (set-nth! (vm-cells vm) slot cell) | nil"})
    void aWrongOneFails(String file, String from, String to) {
        String compiler = Specification.text("compiler.sx");
        String vm = Specification.text("vm.sx");
        assertFalse(failures(file.equals("compiler") ? replaced(compiler, from, to) : compiler,
                file.equals("vm") ? replaced(vm, from, to) : vm) == 0);
    }
}
