package coop.roseash.sx.bytecode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import coop.roseash.sx.Engine;
import coop.roseash.sx.Profile;
import coop.roseash.sx.Sx;
import coop.roseash.sx.SxEvaluation;
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
            "(code c 1 0 0 (NIL) (RETURN))", "(code c 0 0 0 (NIL) (RETURN) (NIL))"})
    void refuses(String assembly) {
        SxException refused = assertThrows(SxException.class, () -> Verifier.verify(Assembler.assemble(assembly)));
        assertEquals(ErrorCode.BYTECODE_INVALID, refused.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {":rest 5", ":rest nil", ":lines (0 1)", ":lines (0 1 1 0 1 1)", ":lines (2 1 1)",
            ":lines (0 -1 1)", ":arity 0.0", ":constants nil", ":locals 99999999999999999999"})
    void aFileHoldsWhatItShouldAndNothingElse(String part) {
        String file = SxbcFile.write(Sx.evaluation(Engine.VM, PROFILE).compile("nil"));
        String key = part.substring(0, part.indexOf(' '));
        String damaged = file.replaceFirst(key + " (\\(\\)|[^ )]+)", part);
        SxException refused = assertThrows(SxException.class, () -> SxbcFile.read(damaged));
        assertEquals(ErrorCode.BYTECODE_INVALID, refused.code());
        assertTrue(damaged.contains(part), damaged);
    }

    /// The names by which the VM in SX reports events to its host are not for programs.
    @ParameterizedTest
    @ValueSource(strings = {"(code c 0 0 0 (CALL_PRIM \"vm-leave\" 0) (RETURN))",
            "(code c 0 0 0 (NIL) (CALL_PRIM \"vm-kind\" 1) (RETURN))",
            "(code c 0 0 0 (GLOBAL_GET \"vm-leave\") (RETURN))",
            "(code c 0 0 0 (NIL) (GLOBAL_SET \"+\") (RETURN))", "(code c 0 0 0 (NIL) (GLOBAL_SET \"map\") (RETURN))"})
    void whatNoCompilerWritesIsTheSameErrorOnAllEngines(String assembly) {
        Code code = Assembler.assemble(assembly);
        String expected = outcome(Engine.VM, code);
        assertTrue(expected.startsWith("undefined-symbol") || expected.startsWith("frozen"), expected);
        assertEquals(expected, outcome(Engine.JVM, code));
        assertEquals(expected, outcome(Engine.SPEC, code));
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
            String expected = outcome(Engine.VM, damaged);
            assertEquals(expected, outcome(Engine.JVM, damaged));
            if (ran % 20 == 0) {
                assertEquals(expected, outcome(Engine.SPEC, damaged));
            }
        }
        assertTrue(ran > 100);
    }

    /// A file whose hash is right although its code was tampered with meets the verifier, as any other.
    @Test
    void aForgedFileIsReadOnlyIfItIsSafe() {
        Code code = Sx.evaluation(Engine.VM, PROFILE).compile(PROGRAM);
        Random random = new Random(13);
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            String file = SxbcFile.write(forged(code, random));
            try {
                outcome(Engine.JVM, SxbcFile.read(file));
                read++;
            } catch (SxException e) {
                assertEquals(ErrorCode.BYTECODE_INVALID, e.code(), file);
            }
        }
        assertTrue(read > 10 && read < 2_900, read + " were read");
    }

    @Test
    void bitsThatFlipAndEndsThatAreLostAreInvalid() {
        byte[] file = SxbcFile.write(Sx.evaluation(Engine.VM, PROFILE).compile(PROGRAM))
            .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(17);
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file.clone();
            if (damaged.length == file.length) {
                damaged[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                SxbcFile.read(new String(damaged, StandardCharsets.UTF_8));
            } catch (SxException e) {
                assertEquals(ErrorCode.BYTECODE_INVALID, e.code());
            }
        }
    }

    /// Changes any part of the code, not its bytes alone.
    private static Code forged(Code code, Random random) {
        Object[] constants = code.constants().clone();
        if (constants.length > 0 && random.nextInt(3) == 0) {
            constants[random.nextInt(constants.length)] = random.nextBoolean()
                    ? 7L
                    : constants[random.nextInt(constants.length)];
        }
        for (int i = 0; i < constants.length; i++) {
            if (constants[i] instanceof Code inner && random.nextInt(3) > 0) {
                constants[i] = forged(inner, random);
            }
        }
        byte[] bytes = code.bytecode().clone();
        if (random.nextInt(3) == 0) {
            bytes = Arrays.copyOf(bytes, Math.max(0, bytes.length + random.nextInt(5) - 3));
        }
        if (bytes.length > 0 && random.nextInt(3) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(70);
        }
        return new Code(changed(code.arity(), random), random.nextInt(8) == 0 ^ code.rest(),
                changed(code.locals(), random), changed(code.upvalueCount(), random), code.name(), bytes, constants,
                code.lines());
    }

    private static int changed(int number, Random random) {
        return random.nextInt(8) == 0 ? Math.max(0, number + random.nextInt(5) - 2) : number;
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
        SxEvaluation evaluation = Sx.evaluation(engine, PROFILE);
        String end;
        try {
            end = Printer.serialize(evaluation.run(code));
        } catch (SxException e) {
            end = e.code().text();
        }
        return end + ", fuel " + evaluation.fuel() + ", alloc " + evaluation.alloc();
    }
}
