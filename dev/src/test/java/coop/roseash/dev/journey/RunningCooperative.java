package coop.roseash.dev.journey;

import java.io.BufferedReader;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import coop.roseash.dev.process.Ports;
import coop.roseash.dev.setting.Part;
import coop.roseash.dev.setting.Settings;

/// The launcher's real processes, on a fresh data folder and ports of their own.
final class RunningCooperative implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(6);

    private final Process launcher;
    private final Settings settings;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private RunningCooperative(Process launcher, Settings settings) {
        this.launcher = launcher;
        this.settings = settings;
    }

    static RunningCooperative start(Path data, String... assignments) throws Exception {
        Path root = Path.of("..").toAbsolutePath().normalize();
        List<String> arguments = new ArrayList<>();
        for (String assignment : assignments) {
            arguments.addAll(List.of("--set", assignment));
        }
        arguments.addAll(List.of("--set", "data=" + data, "--set", "port.base=" + Ports.freeBase()));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                        "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-Droseash.root=" + root, "-cp",
                        root.resolve("dev/target/classes") + ":" + root.resolve("dev/target/lib") + "/*",
                        "coop.roseash.dev.Launcher"));
        command.addAll(arguments);
        Process launcher = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::destroy));
        CompletableFuture<Void> open = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> follow(launcher, open));
        try {
            open.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            launcher.destroy();
            launcher.waitFor();
            throw e;
        }
        return new RunningCooperative(launcher, Settings.parse(root, arguments));
    }

    private static void follow(Process launcher, CompletableFuture<Void> open) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader output = launcher.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            while (line != null) {
                System.out.println("[launcher] " + line);
                said.append(line).append('\n');
                if (line.startsWith("The cooperative is open")) {
                    open.complete(null);
                }
                line = output.readLine();
            }
            open.completeExceptionally(new IllegalStateException("The launcher ended:\n" + said));
        } catch (IOException e) {
            open.completeExceptionally(e);
        }
    }

    String origin(String name) {
        return settings.origin(name);
    }

    int port(Part part) {
        return settings.port(part);
    }

    String password() throws IOException {
        return Files.readString(settings.data().resolve("demo-password")).strip();
    }

    /// What the mail catcher holds for one address, newest first.
    List<JsonNode> mails(String to) throws IOException, InterruptedException {
        List<JsonNode> mails = new ArrayList<>();
        get(Part.MAIL_PAGE, "/messages?to=" + to).forEach(mails::add);
        return mails;
    }

    JsonNode get(Part part, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(part) + path))
            .timeout(Duration.ofSeconds(10))
            .build();
        return new ObjectMapper().readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Override
    public void close() throws InterruptedException {
        launcher.destroy();
        if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
            launcher.destroyForcibly();
        }
    }
}
