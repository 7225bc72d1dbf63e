package coop.roseash.dev.process;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import coop.roseash.dev.setting.Settings;
import coop.roseash.dev.setting.StartProblem;

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
}
