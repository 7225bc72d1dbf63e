package coop.roseash.dev.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BuiltAppTest {
    private static final Instant BUILT = Instant.parse("2026-11-01T10:00:00Z");

    @TempDir
    Path root;
    private BuiltApp app;

    @BeforeEach
    void build() throws IOException {
        app = BuiltApp.of(root, "blog");
        for (String jar : new String[]{"quarkus-run.jar", "quarkus/transformed-bytecode.jar",
                "quarkus/generated-bytecode.jar", "app/blog.jar", "lib/boot/runner.jar", "lib/main/b.jar",
                "lib/main/a.jar"}) {
            Path file = app.folder().resolve("quarkus-app").resolve(jar);
            Files.createDirectories(file.getParent());
            Files.setLastModifiedTime(Files.createFile(file), FileTime.from(BUILT));
        }
    }

    @Test
    void namesWhatQuarkusChangedBeforeWhatItChanged() throws IOException {
        assertThat(manifest().getValue(Attributes.Name.CLASS_PATH))
            .isEqualTo("../quarkus-app/quarkus/transformed-bytecode.jar"
                    + " ../quarkus-app/quarkus/generated-bytecode.jar ../quarkus-app/app/blog.jar"
                    + " ../quarkus-app/lib/boot/runner.jar ../quarkus-app/lib/main/a.jar ../quarkus-app/lib/main/b.jar");
        assertThat(manifest().getValue("Add-Opens")).isEqualTo("java.base/java.lang");
    }

    /// The JVM takes a jar with a newer date for another one, and would leave the cache alone.
    @Test
    void leavesTheStartJarAloneWhileItIsRight() throws IOException {
        Path jar = app.startJar();
        Files.setLastModifiedTime(jar, FileTime.from(BUILT));
        assertThat(Files.getLastModifiedTime(app.startJar())).isEqualTo(FileTime.from(BUILT));
        Files.delete(app.folder().resolve("quarkus-app/lib/main/a.jar"));
        assertThat(manifest().getValue(Attributes.Name.CLASS_PATH)).doesNotContain("a.jar");
    }

    @Test
    void takesACacheForStaleOnceAJarIsNewer() throws IOException {
        assertThat(app.hasCache()).isFalse();
        Files.setLastModifiedTime(app.startJar(), FileTime.from(BUILT));
        Files.setLastModifiedTime(Files.createFile(app.cache()), FileTime.from(BUILT.plusSeconds(60)));
        assertThat(app.hasCache()).isTrue();
        Files.setLastModifiedTime(app.folder().resolve("quarkus-app/lib/main/b.jar"),
                FileTime.from(BUILT.plusSeconds(120)));
        assertThat(app.hasCache()).isFalse();
    }

    private Attributes manifest() throws IOException {
        try (JarFile jar = new JarFile(app.startJar().toFile())) {
            return jar.getManifest().getMainAttributes();
        }
    }
}
