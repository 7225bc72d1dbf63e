package coop.roseash.sx;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import coop.roseash.sx.value.SxException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Every engine says at the same line and column what went wrong.
class ErrorPlaceTest {
    private static String place(Engine engine, String source) {
        SxEvaluation evaluation = Sx.evaluation(engine, Profile.trusted());
        SxException error = assertThrows(SxException.class, () -> evaluation.evaluate(source));
        return error.line() + ":" + error.column();
    }

    @ParameterizedTest
    @EnumSource
    void anErrorInAFunctionIsWhereItWasWritten(Engine engine) {
        assertEquals("2:3", place(engine, "(define (f x)\n  (+ 1 x))\n(f \"a\")"));
    }

    @ParameterizedTest
    @EnumSource
    void anErrorInAThreadedStepIsWhereTheStepWasWritten(Engine engine) {
        assertEquals("3:3", place(engine, "(-> 1\n  (+ 2)\n  (+ \"a\")\n  list)"));
        assertEquals("2:3", place(engine, "(->> (list 1)\n  (reduce + \"a\")\n  list)"));
        assertEquals("2:3", place(engine, "(-> (list 1)\n  first-of-all\n  list)"));
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfTheLibraryIsWhereItWasCalledAlsoIfItCalledAFunctionBefore(Engine engine) {
        assertEquals("1:1", place(engine, "(sort-by (fn (x)\n  (if (= x 1) x \"a\"))\n  (list 1 2))"));
    }

    @ParameterizedTest
    @EnumSource
    void anErrorInAMacroIsWhereTheMacroWasWritten(Engine engine) {
        assertEquals("3:5", place(engine, "(defmacro m (x)\n  (let ((y 1))\n    (+ y x)))\n(m \"a\")"));
    }

    @ParameterizedTest
    @EnumSource
    void anErrorInAMacrosFunctionIsWhereThatWasWritten(Engine engine) {
        assertEquals("2:3",
                place(engine, "(defmacro m (x) (let ((f (fn (y)\n  (+ 1 y))))\n    (list (f x))))\n(m \"a\")"));
    }
}
