package coop.roseash.dev.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import coop.roseash.dev.setting.Settings;
import coop.roseash.dev.setting.StartProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataFolderTest {
    @TempDir
    Path root;

    @Test
    void belongsToOneCooperativeAtATime() throws Exception {
        Settings settings = Settings.parse(root, List.of());
        try (DataFolder _ = DataFolder.hold(settings)) {
            assertThatThrownBy(() -> DataFolder.hold(settings)).isInstanceOf(StartProblem.class)
                .hasMessageContaining("runs already")
                .hasMessageContaining(root.resolve(".dev").toString());
        }
        DataFolder.hold(settings).close();
    }

    @Test
    void forgetsWhatEarlierRunsLeft() throws Exception {
        Settings settings = Settings.parse(root, List.of());
        Files.createDirectories(settings.data().resolve("postgres/base"));
        Files.writeString(settings.data().resolve("postgres/base/1"), "a table");
        Files.writeString(settings.data().resolve("mail.log"), "a mail");
        try (DataFolder data = DataFolder.hold(settings)) {
            data.empty();
            assertThat(settings.data()).isDirectoryNotContaining("glob:**/{postgres,mail.log}");
            assertThatThrownBy(() -> DataFolder.hold(settings)).isInstanceOf(StartProblem.class);
            data.empty();
        }
    }

    @Test
    void leavesAFolderThatIsSomethingElse() throws Exception {
        Path photo = Files.writeString(root.resolve("photo.jpg"), "grandmother");
        try (DataFolder data = DataFolder.hold(Settings.parse(root, List.of("--set", "data=" + root)))) {
            assertThatThrownBy(data::empty).isInstanceOf(StartProblem.class).hasMessageContaining("not emptying");
        }
        assertThat(photo).exists();
    }
}
