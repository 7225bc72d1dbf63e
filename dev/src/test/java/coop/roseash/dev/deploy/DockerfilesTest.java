package coop.roseash.dev.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DockerfilesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @ParameterizedTest
    @ValueSource(strings = {"market", "cart", "events", "federation", "account"})
    void areAlikeButForTheAppsName(String app) throws IOException {
        String blog = Files.readString(ROOT.resolve("blog/Dockerfile"));
        assertThat(blog).contains("\nARG APP=blog\n");
        assertThat(Files.readString(ROOT.resolve(app).resolve("Dockerfile")))
            .isEqualTo(blog.replace("\nARG APP=blog\n", "\nARG APP=" + app + "\n"));
    }
}
