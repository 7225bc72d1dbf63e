package coop.roseash.dev.process;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import coop.roseash.dev.setting.Part;
import coop.roseash.dev.setting.Settings;
import coop.roseash.dev.setting.StartProblem;

/// Runs a service once against a database of empty tables, asks for its first pages and ends it; as it ends, the JVM
/// writes the cache that makes its next start quick.
public class Training {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(3);
    /// What was hot while starting is not what will be; its profile only costs memory.
    private static final String NO_PROFILE = "-XX:-AOTRecordTraining";
    private static final List<String> PAGES = List.of("/q/health/ready", "/", "/static/site.css");

    private final Settings settings;
    private final Map<Part, Map<String, String>> environments;
    private final HttpClient http = HttpClient.newBuilder()
        .connectTimeout(Duration.ofSeconds(1))
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();

    public Training(Settings settings, Map<Part, Map<String, String>> environments) {
        this.settings = settings;
        this.environments = Map.copyOf(environments);
    }

    /// @return whether the cache is there now; the log tells why it is not
    public boolean train(Part part) throws IOException, InterruptedException {
        BuiltApp app = BuiltApp.of(settings.root(), name(part));
        Files.deleteIfExists(app.cache());
        Path unfinished = Files.createDirectories(app.cache().getParent()).resolve("unfinished.aot");
        run(part, List.of("-XX:AOTCacheOutput=" + unfinished, NO_PROFILE));
        if (Files.notExists(unfinished)) {
            return false;
        }
        Files.move(unfinished, app.cache());
        return true;
    }

    private void run(Part part, List<String> options) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(environments.getOrDefault(part, Map.of()));
        environment.put("RUN_MIGRATIONS", "false");
        Service service = new Service(part, settings, environment);
        Files.createDirectories(service.log().getParent());
        service.start(options);
        try {
            awaitPages(service);
        } finally {
            service.stop();
            service.awaitStop(LONGEST_STOP);
        }
    }

    private void awaitPages(Service service) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!service.isReady(http)) {
            if (!service.isRunning() || System.nanoTime() > end) {
                throw new StartProblem("The service " + service.name() + " did not start. Its last words:\n\n"
                        + service.lastWords());
            }
            Thread.sleep(100);
        }
        for (String page : PAGES) {
            service.answers(http, page);
        }
    }

    private static String name(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
