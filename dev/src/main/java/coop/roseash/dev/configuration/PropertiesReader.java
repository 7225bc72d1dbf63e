package coop.roseash.dev.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads the defaults that the platform gives to its own and to Quarkus' settings, each with the comment above it.
final class PropertiesReader {
    private PropertiesReader() {}

    /// Values for development and tests only (`%dev.`, `%test.`) are no concern of an operator and left out.
    static List<Setting> read(String app, Path file) throws IOException {
        List<Setting> settings = new ArrayList<>();
        StringBuilder comment = new StringBuilder();
        boolean fresh = true;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("#")) {
                comment.append(fresh ? "" : " ").append(line.substring(1).strip());
                fresh = false;
                continue;
            }
            int equals = line.indexOf('=');
            if (equals > 0 && (!line.startsWith("%") || line.startsWith("%prod."))) {
                settings.add(new Setting(line.substring(0, equals).strip(), app, "", line.substring(equals + 1).strip(),
                        comment.toString()));
            }
            comment.setLength(0);
            fresh = true;
        }
        return settings;
    }
}
