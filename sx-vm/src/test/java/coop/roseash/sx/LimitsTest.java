package coop.roseash.sx;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.SxException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Limits hold, and hold alike, on every engine.
class LimitsTest {
    private static final String FIB = "(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))) (fib 12)";

    private static Profile author(Limits limits) {
        return new Profile(limits, Set.of());
    }

    private static ErrorCode refused(Engine engine, Limits limits, String source) {
        return assertThrows(SxException.class, () -> Sx.evaluation(engine, author(limits)).evaluate(source)).code();
    }

    @ParameterizedTest
    @EnumSource
    void theLastStepOfFuelIsCounted(Engine engine) {
        Limits plenty = Limits.author().withDeadlineMillis(20_000);
        SxEvaluation evaluation = Sx.evaluation(engine, author(plenty));
        evaluation.evaluate(FIB);
        long fuel = evaluation.fuel();
        Sx.evaluation(engine, author(plenty.withFuel(fuel))).evaluate(FIB);
        assertEquals(ErrorCode.FUEL_EXHAUSTED, refused(engine, plenty.withFuel(fuel - 1), FIB));
    }

    @ParameterizedTest
    @EnumSource
    void theLastByteAndTheLastCallAreCounted(Engine engine) {
        Limits plenty = Limits.author().withDeadlineMillis(20_000);
        SxEvaluation evaluation = Sx.evaluation(engine, author(plenty));
        String source = "(map (fn (x) (list x x)) (range 50))";
        evaluation.evaluate(source);
        Sx.evaluation(engine, author(plenty.withAlloc(evaluation.alloc()))).evaluate(source);
        assertEquals(ErrorCode.MEMORY_EXCEEDED, refused(engine, plenty.withAlloc(evaluation.alloc() - 1), source));
        String deep = "(define (f n) (if (= n 0) 0 (+ 1 (f (- n 1))))) (f 99)";
        Sx.evaluation(engine, author(plenty.withDepth(100))).evaluate(deep);
        assertEquals(ErrorCode.DEPTH_EXCEEDED, refused(engine, plenty.withDepth(99), deep));
    }

    /// What ends in the VM's loop began in compiled code, with other places where fuel is looked at.
    @ParameterizedTest
    @ValueSource(strings = {"(define (f n) (if (< n 2) n (+ (f (- n 1)) (f (- n 2))))) (f 60)",
            "(define (f n) (if (< n 2) n (let ((m (f (- n 1)))) (f (- n 2))))) (f 60)",
            "(define (f n) (if (= n 7) (list n) (+ n (f (- n 1))))) (let loop () (f 20) (loop))",
            "(define (f x y z) (if (< y x) (f (f (- x 1) y z) (f (- y 1) z x) (f (- z 1) x y)) z)) (f 40 20 10)",
            "(define (f x y) (if (< x y) (* 2 (+ 1 (f (+ x 1) y))) (- x y))) (let loop ((i 0)) (f 0 50) (loop (+ i 1)))",
            "(let loop ((i 0) (s 0)) (if (< i 1000000) (loop (+ i 1) (if (< s 100) (+ s i) (mod s 7))) s))",
            "(let loop ((i 0) (s 1)) (if (< i 1000000) (loop (+ i 1) (* s (if (= i 9000) 9223372036854775807 1))) s))",
            "(let loop ((i 0)) (let ((c (let ((n i)) (fn () (set! n (+ n 1)) n)))) (c) (c) (loop (c))))",
            "(let loop ((i 0) (l (list))) (loop (+ i 1) (map (fn (x) (* x x)) (range 9))))",
            "(letrec ((a (fn (n) (b (+ n 1)))) (b (fn (n) (a (- n (c n))))) (c (fn (n) (mod n 3)))) (a 0))",
            "(let loop ((i 0)) (do (str i \"x\" i) (list i) {:k i} (loop (+ i (len (str i))))))"})
    void fuelEndsAtTheSameStepOnEveryEngine(String source) {
        for (long fuel : new long[]{900, 16_384, 16_400, 17_000, 20_003, 50_001, 50_002, 50_003, 50_004, 70_005}) {
            Limits limits = Limits.author().withDeadlineMillis(60_000).withFuel(fuel).withAlloc(1L << 30);
            String expected = used(Engine.CEK, limits, source);
            for (Engine engine : List.of(Engine.VM, Engine.JVM, Engine.SX)) {
                assertEquals(expected, used(engine, limits, source), engine + " " + fuel);
            }
        }
    }

    private static String used(Engine engine, Limits limits, String source) {
        SxEvaluation evaluation = Sx.evaluation(engine, author(limits));
        SxException error = assertThrows(SxException.class, () -> evaluation.evaluate(source));
        return error.code() + " fuel " + evaluation.fuel() + " alloc " + evaluation.alloc();
    }

    @ParameterizedTest
    @EnumSource
    void theDeadlineEndsAnEndlessLoop(Engine engine) {
        Sx.evaluation(engine, Profile.author());
        long start = System.nanoTime();
        assertEquals(ErrorCode.DEADLINE_EXCEEDED, refused(engine,
                Limits.trusted().withFuel(Long.MAX_VALUE / 4).withDeadlineMillis(300), "(let loop () (loop))"));
        assertTrue(System.nanoTime() - start < 3_000_000_000L);
    }

    @ParameterizedTest
    @EnumSource(names = {"VM", "JVM", "SX"})
    void tenMillionTailCallsNeedNoRoom(Engine engine) {
        assertEquals("0", Sx.evaluate(engine, Profile.trusted(),
                "(define (down n) (if (= n 0) 0 (down (- n 1)))) (down 10000000)"));
    }

    @ParameterizedTest
    @EnumSource
    void deepRecursionUsesTheHeap(Engine engine) {
        assertEquals("20000", Sx.evaluate(engine, Profile.trusted(),
                "(define (f n) (if (= n 0) 0 (+ 1 (g (- n 1))))) (define (g n) (if (= n 0) 0 (+ 1 (f (- n 1))))) (f 20000)"));
    }

    @Test
    void authorsHaveNoClockNoRandomnessNoRawHtml() {
        for (String source : new String[]{"(now)", "(random-int 3)", "(raw! \"<b>\")"}) {
            assertEquals(ErrorCode.FORBIDDEN, refused(Engine.SX, Limits.author(), source));
        }
    }

    @Test
    void aProgramThatIsTooLongOrTooDeepIsNotRead() {
        assertEquals(ErrorCode.COMPILE_LIMIT, refused(Engine.SX, Limits.author(), " ".repeat(70_000)));
        assertEquals(ErrorCode.COMPILE_LIMIT, refused(Engine.SX, Limits.trusted(), "(".repeat(100_000)));
    }

    @ParameterizedTest
    @EnumSource
    void aListOfMorePartsThanTheBytecodeCountsIsRefused(Engine engine) {
        Limits limits = Limits.trusted();
        for (String source : new String[]{"(list " + "1 ".repeat(65_536) + ")", "[" + "1 ".repeat(65_536) + "]",
                "`(" + "1 ".repeat(65_536) + ")", "(p " + "1 ".repeat(65_536) + ")"}) {
            assertEquals(ErrorCode.COMPILE_LIMIT, refused(engine, limits, source), source.substring(0, 9));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "(error \"%s\")", "(money 1 \"%s\")", "(set! %s 1)", "1%s"})
    void aMessageIsShortHoweverLongWhatItIsAbout(String source) {
        SxException error = assertThrows(SxException.class,
                () -> Sx.evaluation(Engine.SX, Profile.author()).evaluate(source.formatted("a".repeat(60_000))));
        assertTrue(error.message().length() <= SxException.LONGEST_MESSAGE, error.code().text());
    }

    @Test
    void outputIsLimited() {
        assertEquals(ErrorCode.OUTPUT_EXCEEDED, refused(Engine.SX, Limits.author().withDeadlineMillis(20_000),
                "(let ((s (str \"0123456789\" \"0123456789\"))) (let loop ((i 0) (s s)) (if (< i 16) (loop (+ i 1) (str s s)) (print s))))"));
    }

    @ParameterizedTest
    @EnumSource
    void nestingEndsInAnErrorAlsoIfMacrosMakeIt(Engine engine) {
        assertEquals("291", Sx.evaluate(engine, Profile.trusted(), "(+ 1 ".repeat(290) + "1" + ")".repeat(290)));
        String macro = "(defmacro m (n) (if (= n 0) 1 `(+ 1 (m ,(- n 1))))) (m 5000)";
        assertEquals(ErrorCode.COMPILE_LIMIT, refused(engine, Limits.trusted(), macro));
    }
}
