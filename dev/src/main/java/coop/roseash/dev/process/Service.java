package coop.roseash.dev.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import coop.roseash.dev.setting.Part;
import coop.roseash.dev.setting.Settings;
import coop.roseash.dev.setting.StartProblem;

/// One of the six services in a JVM of its own.
public class Service {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    private final String name;
    private final int port;
    private final Settings settings;
    private final Map<String, String> environment;
    private volatile @Nullable Process process;

    Service(Part part, Settings settings, Map<String, String> environment) {
        this(part, settings.port(part), settings, environment);
    }

    /// Another replica of it, on a port of its own.
    Service(Part part, int port, Settings settings, Map<String, String> environment) {
        this.name = part.name().toLowerCase(java.util.Locale.ROOT);
        this.port = port;
        this.settings = settings;
        this.environment = Map.copyOf(environment);
    }

    public String name() {
        return name;
    }

    /// Starts it quickly where a cache of its classes fits, and as well without.
    ///
    /// @throws StartProblem when the service has not been built
    void start() throws IOException {
        BuiltApp app = BuiltApp.of(settings.root(), name);
        start(app.hasCache() ? List.of("-XX:AOTCache=" + app.cache()) : List.of());
    }

    /// @param options for the JVM, beside the ones all services have
    /// @throws StartProblem when the service has not been built
    void start(List<String> options) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(options)).directory(settings.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        environment.forEach(builder.environment()::putIfAbsent);
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        Process started = builder.start();
        process = started;
        Files.writeString(Files.createDirectories(settings.data().resolve("run")).resolve(name + ".pid"),
                String.valueOf(started.pid()));
    }

    private List<String> command(List<String> options) throws IOException {
        BuiltApp app = BuiltApp.of(settings.root(), name);
        if (!app.exists()) {
            throw new StartProblem("The service " + name + " has not been built (nothing in " + app.folder() + ").\n"
                    + "Run ./dev.sh, which builds what is needed, rather than the launcher alone.");
        }
        List<String> command = new ArrayList<>(
                List.of(java(), "@" + settings.root().resolve("_config/jvm.options"), "-Xms36m", "-Xmx256m"));
        if (settings.quick()) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(options);
        settings.given(name).forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", app.startJar().toString()));
        return command;
    }

    boolean isRunning() {
        Process running = process;
        return running != null && running.isAlive();
    }

    boolean isReady(HttpClient http) throws InterruptedException {
        return answers(http, "/q/health/ready");
    }

    /// Whether a page comes within three seconds.
    boolean answers(HttpClient http, String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(3))
                .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    void stop() {
        Process running = process;
        if (running != null) {
            running.destroy();
        }
    }

    /// Ends it at once, as a crash would.
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    void awaitStop() throws InterruptedException, IOException {
        awaitStop(LONGEST_STOP);
    }

    void awaitStop(Duration longest) throws InterruptedException, IOException {
        Process running = process;
        if (running != null && !running.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
            System.out.println("The service " + name + " did not stop by itself; ending it");
            running.destroyForcibly().waitFor();
        }
        Files.deleteIfExists(settings.data().resolve("run").resolve(name + ".pid"));
    }

    Path log() {
        return settings.data().resolve("log/" + name + ".log");
    }

    /// The end of the log, for a person who wants to know why it stopped.
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log(), StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "(its log cannot be read: " + e.getMessage() + ")";
        }
    }

    /// Ends services that outlived a launcher that was killed, if the numbers kept still are theirs.
    static void stopLeftOver(Settings settings, String name) throws IOException {
        Path file = settings.data().resolve("run").resolve(name + ".pid");
        if (Files.exists(file)) {
            String pid = Files.readString(file).strip();
            if (pid.matches("\\d+")) {
                ProcessHandle.of(Long.parseLong(pid))
                    .filter(old -> old.info().commandLine().orElse("").contains(name + "/target/start"))
                    .ifPresent(old -> {
                        System.out.println("Stopping " + name + " of an earlier run that was killed");
                        old.destroy();
                        old.onExit().join();
                    });
            }
            Files.delete(file);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
