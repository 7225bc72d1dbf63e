package coop.roseash.sx.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A conversation, and what is kept of it.
class ReplTest {
    @TempDir
    Path folder;

    private static String conversation(History history, String... lines) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String entered = String.join("\n", lines) + "\n";
        new Repl(new ByteArrayInputStream(entered.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8), Options.parse(new String[]{"repl"}), history)
            .run();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTraceKnowsWhatWasDefinedAndChangesNothing() throws Exception {
        String out = conversation(History.forgotten(), "(define x 40)", "(defmacro twice (a) `(+ ,a ,a))",
                ":trace (do (set! x (+ x 1)) (twice 1))", "x");
        assertTrue(out.contains("value 2"), out);
        assertTrue(out.contains("sx> 40"), out);
    }

    @Test
    void aLaterConversationRemembersTheOneBefore() throws Exception {
        Path file = folder.resolve("history");
        conversation(History.in(file), "(str \"a\\\\\"", "\"b\")", ":history");
        String out = conversation(History.in(file), "!1");
        assertTrue(out.contains("\"a\\\\b\""), out);
    }

    @Test
    void theHistoryDoesNotGrowWithoutEnd() throws IOException {
        Path file = folder.resolve("history");
        Files.write(file, Collections.nCopies(3_000, "(+ 1 2)"));
        History.in(file).add("(+ 3 4)");
        assertEquals(History.MOST + 1, Files.readAllLines(file).size());
    }
}
