package coop.roseash.dev.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import coop.roseash.dev.setting.Settings;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class EmbeddedDataTest {
    @TempDir
    Path data;

    /// As on a full disk, Redis can write nothing any more, and must not stay for it.
    @Test
    void stopsThoughItsFolderIsGone() throws IOException {
        EmbeddedData running = EmbeddedData.start(Settings.parse(Path.of("..").toAbsolutePath().normalize(),
                List.of("--set", "data=" + data, "--set", "port.base=" + Ports.freeBase())));
        try (Stream<Path> redis = Files.walk(data.resolve("redis"))) {
            for (Path path : redis.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        assertTimeoutPreemptively(Duration.ofSeconds(30), running::close);
    }
}
