package coop.roseash.sx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// No program takes more memory, stack or time than it may, in a JVM of 64 MB that goes on afterwards.
class BombTest {
    private static final Set<String> ENDS = Set.of("fuel-exhausted", "memory-exceeded", "depth-exceeded",
            "deadline-exceeded", "output-exceeded", "compile-limit", "type", "parse-error");
    /// The deadline may be passed by 100 ms where nothing else runs; here much else does.
    private static final int SLACK = 2_500;

    @Test
    void everyBombEndsInTimeAndTheJvmGoesOn() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx64m",
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Bombs.class.getName())
            .redirectErrorStream(true)
            .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
            .toList();
        assertEquals(0, process.waitFor(), String.join("\n", lines));
        assertEquals(4 * Bombs.programs().size() + 1, lines.size(), String.join("\n", lines));
        assertEquals("and then\t45", lines.getLast());
        for (String line : lines.subList(0, lines.size() - 1)) {
            String[] parts = line.split("\t");
            assertTrue(ENDS.contains(parts[2]), line);
            assertTrue(Integer.parseInt(parts[3]) < Bombs.DEADLINE + SLACK, line);
        }
    }
}
