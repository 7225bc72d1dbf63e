package coop.roseash.sx.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What the command line answers, and with which exit code.
class MainTest {
    @TempDir
    Path folder;

    private record Answer(int status, String out, String err) {}

    private static Answer sx(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Main(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(words);
        return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String file(String name, byte... content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    @Test
    void aValueIsPrintedAndAnErrorIsThree() {
        assertEquals(new Answer(0, "3\n", ""), sx("eval", "(+ 1 2)"));
        assertEquals("{\"value\":\"3\",\"output\":\"\",\"fuel\":1,\"alloc\":0}\n",
                sx("eval", "(+ 1 2)", "--json").out());
        Answer error = sx("eval", "\n (+ 1 nil)", "--json");
        assertEquals(3, error.status());
        assertEquals("{\"error\":{\"code\":\"type\",\"message\":\"+ wants a number, but was given nil\",\"line\":2,"
                + "\"column\":2},\"fuel\":1,\"alloc\":0}\n", error.out());
    }

    @ParameterizedTest
    @CsvSource({"frobnicate,x", "eval,--engine", "eval,--fuel"})
    void aWrongCommandLineIsTwo(String command, String word) {
        Answer answer = sx(command, word);
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("sx eval <program>"), answer.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void helpIsNoMistake(String word) {
        Answer answer = sx(word);
        assertEquals(0, answer.status());
        assertTrue(answer.out().contains("sx eval <program>"), answer.out());
    }

    @Test
    void whatIsNoFileIsSaid() {
        for (String name : new String[]{"nowhere.sx", "nowhere.sxbc", folder.toString()}) {
            Answer answer = sx("eval", name);
            assertEquals(1, answer.status(), name);
            assertTrue(answer.err().contains(name), answer.err());
        }
    }

    @Test
    void bytesThatAreNoTextAreNoProgramAndNoBytecode() throws IOException {
        byte[] bytes = {'(', (byte) 0xff, (byte) 0xfe, 0, ')'};
        Answer program = sx("eval", file("a.sx", bytes), "--json");
        assertEquals(3, program.status());
        assertTrue(program.out().contains("\"parse-error\""), program.out());
        for (String command : new String[]{"run", "disasm"}) {
            byte[] code = sx("compile", "(+ 1 2)").out().getBytes(StandardCharsets.UTF_8);
            code[40] ^= (byte) 0x80;
            Answer answer = sx(command, file("a.sxbc", code), "--json");
            assertEquals(3, answer.status());
            assertTrue(answer.out().contains("\"bytecode-invalid\""), answer.out());
        }
    }

    @Test
    void aValueThatIsEndlessWhenWrittenEnds() {
        Answer answer = sx("eval", "(let loop ((x (list 1)) (i 0)) (if (< i 60) (loop (list x x) (+ i 1)) x))",
                "--json",
                "--deadline-ms", "300");
        assertEquals(3, answer.status());
        assertTrue(answer.out().contains("-exceeded\""), answer.out());
    }

    @Test
    void anEmptyProgramIsNil() {
        assertEquals(new Answer(0, "nil\n", ""), sx("eval", ""));
    }

    @Test
    void longTimesAreNoShortOnes() {
        assertEquals(0, sx("eval", "(reduce + 0 (range 10000))", "--deadline-ms", "99999999999999999").status());
    }
}
