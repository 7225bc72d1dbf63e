package coop.roseash.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import coop.roseash.dev.process.BuiltApp;
import coop.roseash.dev.process.EmbeddedData;
import coop.roseash.dev.process.Migrations;
import coop.roseash.dev.process.Ports;
import coop.roseash.dev.process.Services;
import coop.roseash.dev.process.Training;
import coop.roseash.dev.setting.Part;
import coop.roseash.dev.setting.Settings;

/// Makes the caches that let the built services start quickly, for those named or for all that lack one. The
/// services do without just as well, only more slowly, so nothing waits for it to succeed.
public final class QuickStart {
    private QuickStart() {}

    public static void main(String[] names) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Path root = Path.of(System.getProperty("roseash.root", ".")).toAbsolutePath().normalize();
        List<Part> parts = names.length == 0
                ? Services.apps()
                : Arrays.stream(names).map(name -> Part.valueOf(name.toUpperCase(Locale.ROOT))).toList();
        List<Part> stale = parts.stream().filter(part -> lacksCache(root, part)).toList();
        if (!stale.isEmpty()) {
            makeCaches(root, stale);
        }
    }

    private static void makeCaches(Path root, List<Part> parts) throws Exception {
        Path data = Files.createTempDirectory("rose-ash-quick-start");
        Settings settings = Settings.parse(root, List.of("--set", "data=" + data, "--set",
                "port.base=" + Ports.freeBase(), "--set", "demo=false"));
        try (EmbeddedData running = EmbeddedData.start(settings)) {
            Training training = new Training(settings, Cooperative.environments(settings, "none"));
            Migrations.run(settings, BuiltApp.of(root, name(parts.getFirst())));
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                List<Future<Boolean>> done = parts.stream()
                    .map(part -> two.submit(() -> training.train(part)))
                    .toList();
                for (int i = 0; i < done.size(); i++) {
                    System.out.println("  " + name(parts.get(i))
                            + (done.get(i).get() ? "" : ": no cache could be made; it starts without"));
                }
            }
        } finally {
            forget(data);
        }
    }

    private static boolean lacksCache(Path root, Part part) {
        try {
            BuiltApp app = BuiltApp.of(root, name(part));
            return app.exists() && !app.hasCache();
        } catch (IOException e) {
            return true;
        }
    }

    private static String name(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    private static void forget(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
