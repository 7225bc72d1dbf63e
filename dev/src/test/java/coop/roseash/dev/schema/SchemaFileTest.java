package coop.roseash.dev.schema;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaFileTest {
    @Test
    void isWhatTheMigrationsMake() throws Exception {
        Path root = Path.of("..");
        assertThat(Files.readString(root.resolve("schema.sql")))
            .as("schema.sql is out of date; run dev/schema.sh")
            .isEqualTo(SchemaFile.generate(root));
    }

    @Test
    void hasTheVersionOfEachMigrationBesideIt() throws Exception {
        Path root = Path.of("..");
        assertThat(Files.readString(SchemaFile.versionsFile(root)))
            .as("migrations.txt is out of date; run dev/schema.sh")
            .isEqualTo(SchemaFile.versions(root));
    }

    @Test
    void makesWhatItSays() throws Exception {
        Path file = Path.of("../schema.sql");
        assertThat(SchemaFile.generate(List.of(file))).isEqualTo(Files.readString(file));
    }
}
