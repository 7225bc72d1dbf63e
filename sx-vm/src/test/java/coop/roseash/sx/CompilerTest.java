package coop.roseash.sx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.bytecode.Disassembler;
import coop.roseash.sx.reader.Specification;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.SxException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// One test for each opcode: what the source compiles to, exactly.
class CompilerTest {
    private static String instructions(String source) {
        Code code = Sx.evaluation(Engine.VM, Profile.trusted()).compile(source);
        return Disassembler.disassemble(code)
            .lines()
            .filter(line -> !line.isEmpty())
            .map(line -> Character.isDigit(line.charAt(0)) ? line.substring(5).replaceAll(" ;.*", "") : "|")
            .collect(Collectors.joining(", "))
            .substring(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
            "42 # CONST 0, RETURN",
            "nil # NIL, RETURN",
            "true # TRUE, RETURN",
            "false # FALSE, RETURN",
            "1 2 # CONST 0, POP, CONST 1, RETURN",
            "(and x 1) # GLOBAL_GET 0, DUP, JUMP_IF_FALSE 4, POP, CONST 1, RETURN",
            "(or x 1) # GLOBAL_GET 0, DUP, JUMP_IF_TRUE 4, POP, CONST 1, RETURN",
            "(let ((x 1)) x) # CONST 0, LOCAL_SET 0, POP, LOCAL_GET 0, RETURN",
            "(let ((x 1)) (fn () x)) # CONST 0, LOCAL_SET 0, POP, CLOSURE 1 local:0, RETURN, |, UPVALUE_GET 0, RETURN",
            "(let ((x 1)) (fn () (set! x 2))) # CONST 0, LOCAL_SET 0, POP, CLOSURE 1 local:0, RETURN, |, CONST 0, UPVALUE_SET 0, RETURN",
            "x # GLOBAL_GET 0, RETURN",
            "(set! x 1) # CONST 0, GLOBAL_SET 1, RETURN",
            "(define x 1) # CONST 0, DEFINE 1, RETURN",
            "(if x 1 2) # GLOBAL_GET 0, JUMP_IF_FALSE 6, CONST 1, JUMP 3, CONST 2, RETURN",
            "(f 1) # GLOBAL_GET 0, CONST 1, CALL 1, RETURN",
            "(fn () (f)) # CLOSURE 0, RETURN, |, GLOBAL_GET 0, TAIL_CALL 0, RETURN",
            "(mod 7 2) # CONST 1, CONST 2, CALL_PRIM 0 2, RETURN",
            "[1 2] # CONST 0, CONST 1, LIST 2, RETURN",
            "{:a 1} # CONST 0, CONST 1, DICT 1, RETURN",
            "(str 1 2) # CONST 0, CONST 1, STR_CONCAT 2, RETURN",
            "(case x 1 2) # GLOBAL_GET 0, DUP, CONST 2, CALL_PRIM 1 2, JUMP_IF_FALSE 7, POP, CONST 3, JUMP 2, POP, NIL, RETURN",
            "(apply + x) # GLOBAL_GET 0, GLOBAL_GET 1, GLOBAL_GET 2, CALL 2, RETURN"})
    void compiles(String source, String expected) {
        assertEquals(expected.strip(), instructions(source));
    }

    @Test
    void thePoolKeepsTypesApart() {
        Code code = Sx.evaluation(Engine.VM, Profile.trusted()).compile("[1 1.0 \"1\" '1 'a \"a\" :a 1 1.0 -0.0 0.0]");
        assertEquals(7, code.constants().length);
    }

    private static String variables(int count) {
        return IntStream.range(0, count).mapToObj(i -> "(v" + i + " " + i + ")").collect(Collectors.joining(" "));
    }

    @Test
    void allows255LocalsAndUpvaluesAndNoMore() {
        String uses = IntStream.range(0, 255).mapToObj(i -> "v" + i).collect(Collectors.joining(" "));
        for (Engine engine : Engine.values()) {
            String allowed = "(let (" + variables(255) + ") ((fn () (len (list " + uses + ")))))";
            assertEquals("255", Sx.evaluate(engine, Profile.trusted(), allowed));
            String tooMany = "(let (" + variables(256) + ") v255)";
            assertEquals(ErrorCode.COMPILE_LIMIT, assertThrows(SxException.class,
                    () -> Sx.evaluate(engine, Profile.trusted(), tooMany))
                .code());
            String mixed = "(let (" + variables(254) + ") ((fn () (let ((z 1)) ((fn () (len (list z "
                    + uses.replace(" v254", "") + "))))))))";
            assertEquals("255", Sx.evaluate(engine, Profile.trusted(), mixed));
            String tooManyUpvalues = "(let (" + variables(255) + ") ((fn () (let ((z 1)) ((fn () (len (list z " + uses
                    + "))))))))";
            assertEquals(ErrorCode.COMPILE_LIMIT, assertThrows(SxException.class,
                    () -> Sx.evaluate(engine, Profile.trusted(), tooManyUpvalues))
                .code());
        }
    }

    @Test
    void allows255ArgumentsAndNoMore() {
        for (Engine engine : Engine.values()) {
            assertEquals("255",
                    Sx.evaluate(engine, Profile.trusted(), "((fn (&rest a) (len a)) " + "1 ".repeat(255) + ")"));
            assertEquals(ErrorCode.COMPILE_LIMIT, assertThrows(SxException.class,
                    () -> Sx.evaluate(engine, Profile.trusted(), "(+ " + "1 ".repeat(256) + ")"))
                .code());
        }
    }

    @Test
    void longFunctionsAndLongCallsRunOnEveryEngine() {
        String many = "(define (many &rest a) (len a)) (define (f) (many " + "1 ".repeat(255) + ")) (f) (f)";
        String sum = "(define (g n) " + "(set! n (+ n 1)) ".repeat(100) + "n) (g 1) (g 2)";
        String nested = "(define (h n) " + "(if (< n 0) (h (- n 1)) ".repeat(60) + "n" + ")".repeat(60)
                + ") (h 1) (h 2)";
        for (Engine engine : List.of(Engine.CEK, Engine.VM, Engine.JVM, Engine.SX)) {
            assertEquals("255", Sx.evaluate(engine, Profile.trusted(), many));
            assertEquals("102", Sx.evaluate(engine, Profile.trusted(), sum));
            assertEquals("2", Sx.evaluate(engine, Profile.trusted(), nested));
        }
    }

    @Test
    void theCompilerCompilesItselfToTheSameBytes() throws IOException {
        Path folder = Files.createTempDirectory("sx");
        SelfCompilation.main(new String[]{folder.toString()});
        assertArrayEquals(Specification.bytes("compiled/compiler.image"),
                Files.readAllBytes(folder.resolve("compiler.image")));
    }
}
