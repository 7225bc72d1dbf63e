package coop.roseash.sx.bytecode;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import coop.roseash.sx.Engine;
import coop.roseash.sx.Profile;
import coop.roseash.sx.Sx;
import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Printer;
import coop.roseash.sx.value.SxException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Whatever is wrong with bytecode is found before it runs.
class VerifierTest {
    private static final Profile PROFILE = Profile.author().with(Limits.author().withDeadlineMillis(2_000));
    private static final String PROGRAM = """
            (define (f n) (let ((x n) (g (fn (y) (set! x (+ x y))))) (g 1) (if (< x 10) (f x) (list x {:a "b" :c 'd}))))
            (case (f 1) 1 2 :else (str "a" (f 2)))
            """;

    @ParameterizedTest
    @ValueSource(strings = {"(code c 0 0 0)", "(code c 0 0 0 (NIL))", "(code c 0 0 0 (POP) (NIL) (RETURN))",
            "(code c 0 0 0 (LOCAL_GET 0) (RETURN))", "(code c 0 0 0 (UPVALUE_GET 0) (RETURN))",
            "(code c 0 0 0 (GLOBAL_GET 5) (RETURN))",
            "(code c 0 0 0 (NIL) (JUMP_IF_TRUE there) (NIL) there (NIL) (RETURN))",
            "(code c 0 0 0 back (JUMP back))", "(code c 0 0 0 (NIL) (CALL 3) (RETURN))",
            "(code c 0 1 0 (CLOSURE (code d 0 0 1 (NIL) (RETURN)) (1 7)) (RETURN))",
            "(code c 0 1 0 (CLOSURE (code d 0 0 1 (NIL) (RETURN)) (0 0)) (RETURN))",
            "(code c 0 1 0 (CLOSURE (code d 0 0 1 (NIL) (RETURN)) (2 0)) (RETURN))", "(code c 0 0 1 (NIL) (RETURN))",
            "(code c 1 0 0 (NIL) (RETURN))"})
    void refuses(String assembly) {
        SxException refused = assertThrows(SxException.class, () -> Verifier.verify(Assembler.assemble(assembly)));
        assertEquals(ErrorCode.BYTECODE_INVALID, refused.code());
    }

    @Test
    void runsWhatIsAssembledRight() {
        Code code = Assembler.assemble("""
                (code c 0 1 0 (CONST 20) (LOCAL_SET 0) (POP) (LOCAL_GET 0) (JUMP_IF_FALSE no)
                  (LOCAL_GET 0) (CONST 22) (CALL_PRIM "+" 2) (JUMP end) no (NIL) end (RETURN))
                """);
        assertEquals(42L, Sx.evaluation(Engine.VM, PROFILE).run(code));
        assertEquals(42L, Sx.evaluation(Engine.JVM, PROFILE).run(code));
        assertEquals(42L, Sx.evaluation(Engine.SPEC, PROFILE).run(code));
    }

    @Test
    void filesRoundTripAndAreTheSameEachTime() {
        String text = SxbcFile.write(Sx.evaluation(Engine.VM, PROFILE).compile(PROGRAM));
        assertEquals(text, SxbcFile.write(SxbcFile.read(text)));
        assertEquals(text, SxbcFile.write(Sx.evaluation(Engine.SPEC, PROFILE).compile(PROGRAM)));
    }

    @Test
    void aDamagedFileIsOnlyEverInvalid() {
        String text = SxbcFile.write(Sx.evaluation(Engine.VM, PROFILE).compile(PROGRAM));
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 4_000; i++) {
            StringBuilder damaged = new StringBuilder(text);
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.setCharAt(at, (char) (' ' + random.nextInt(95)));
                case 1 -> damaged.delete(at, Math.min(text.length(), at + 1 + random.nextInt(40)));
                default -> damaged.insert(at, " " + random.nextInt(300) + " ");
            }
            try {
                SxbcFile.read(damaged.toString());
            } catch (SxException e) {
                assertEquals(ErrorCode.BYTECODE_INVALID, e.code(), damaged.toString());
                refused++;
            }
        }
        assertTrue(refused > 3_000);
    }

    /// Bytes that pass the verifier may mean anything, but they end, and with an error of the language at worst.
    @Test
    void damagedBytesThatPassDoNoHarm() {
        Code code = Sx.evaluation(Engine.VM, PROFILE).compile(PROGRAM);
        Random random = new Random(11);
        int ran = 0;
        for (int i = 0; i < 20_000; i++) {
            Code damaged = damaged(code, random);
            try {
                Verifier.verify(damaged);
            } catch (SxException e) {
                assertEquals(ErrorCode.BYTECODE_INVALID, e.code());
                continue;
            }
            ran++;
            assertEquals(outcome(Engine.VM, damaged), outcome(Engine.JVM, damaged));
        }
        assertTrue(ran > 100);
    }

    private static Code damaged(Code code, Random random) {
        byte[] bytes = code.bytecode().clone();
        for (int i = 0; i <= random.nextInt(2) && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt(70) : random.nextInt());
        }
        Object[] constants = code.constants().clone();
        for (int i = 0; i < constants.length; i++) {
            if (constants[i] instanceof Code inner && random.nextBoolean()) {
                constants[i] = damaged(inner, random);
            }
        }
        return new Code(code.arity(), code.rest(), code.locals(), code.upvalueCount(), code.name(), bytes, constants,
                code.lines());
    }

    private static String outcome(Engine engine, Code code) {
        try {
            return Printer.serialize(Sx.evaluation(engine, PROFILE).run(code));
        } catch (SxException e) {
            return e.code().text();
        }
    }
}
