package coop.roseash.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import coop.roseash.dev.setting.Part;
import coop.roseash.dev.setting.Settings;

import static org.assertj.core.api.Assertions.assertThat;

class LiveServiceTest {
    @TempDir
    private Path root;

    @Test
    void writesTheServicesSettingsAndTakesThemAway() throws Exception {
        Path file = Files.createDirectory(root.resolve("blog")).resolve(".env");
        try (AutoCloseable _ = prepare("--set", "live=blog", "--set", "blog:fragment.deadline=1s")) {
            assertThat(file).content().contains("QUARKUS_HTTP_PORT=8081").contains("FRAGMENT_DEADLINE=1s");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void writesNothingWhenNoServiceIsLeftOut() throws Exception {
        Files.createDirectory(root.resolve("blog"));
        try (AutoCloseable _ = prepare()) {
            assertThat(root.resolve("blog/.env")).doesNotExist();
        }
    }

    private AutoCloseable prepare(String... arguments) throws IOException {
        return LiveService.prepare(Settings.parse(root, List.of(arguments)),
                Map.of(Part.BLOG, Map.of("QUARKUS_HTTP_PORT", "8081")));
    }
}
