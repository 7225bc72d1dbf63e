package coop.roseash.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import coop.roseash.dev.setting.Part;
import coop.roseash.dev.setting.Settings;

/// The one service that the launcher leaves to a developer, who starts it with live reload among the running rest.
final class LiveService {
    private LiveService() {}

    /// Writes what the service has to be told into its `.env` file, which Quarkus reads in development mode, and
    /// says how to start it. Closing the answer removes the file, which the service's tests would read too.
    static AutoCloseable prepare(Settings settings, Map<Part, Map<String, String>> environments) throws IOException {
        if (settings.live().isEmpty()) {
            return () -> {
            };
        }
        String app = settings.live().get();
        Map<String, String> environment = new LinkedHashMap<>(
                environments.getOrDefault(Part.valueOf(app.toUpperCase(Locale.ROOT)), Map.of()));
        settings.given(app).forEach((key, value) -> environment.put(variable(key), value));
        List<String> lines = new ArrayList<>();
        environment.forEach((key, value) -> lines.add(key + "=" + value.replace("\\", "\\\\")));
        Path file = Files.write(settings.root().resolve(app).resolve(".env"), lines);
        System.out
            .println("Leaving " + app + " to you (its settings are in " + file + "). Start it with live reload:\n\n"
                    + "    ./mvnw compile quarkus:dev -pl " + app + " -am\n");
        return () -> Files.deleteIfExists(file);
    }

    /// The environment variable of a setting, by MicroProfile Config's rule.
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
