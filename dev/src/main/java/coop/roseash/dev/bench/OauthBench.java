package coop.roseash.dev.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import coop.roseash.dev.Cooperative;
import coop.roseash.dev.process.BuiltApp;
import coop.roseash.dev.process.EmbeddedData;
import coop.roseash.dev.process.Migrations;
import coop.roseash.dev.process.Services;
import coop.roseash.dev.setting.Part;
import coop.roseash.dev.setting.Settings;

/// Sign-ins per second at our provider and at npm oidc-provider, in turn, on this machine and by the same driver.
public final class OauthBench {
    private static final String SECRET = UUID.randomUUID().toString();
    private static final int ROUNDS = 3;
    /// As many rounds before the first that counts: both compile as they run.
    private static final int WARM_UP = 4;
    private static final int PEER_PORT = 28_099;
    private static final String CALLBACK = "https://bench.example/callback";

    private OauthBench() {}

    /// Ends by itself whatever threads its parts leave, and takes its processes along when it is stopped.
    public static void main(String[] arguments) {
        Runtime.getRuntime()
            .addShutdownHook(new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
        int status = 1;
        try {
            run(arguments[0]);
            status = 0;
        } catch (Exception e) {
            e.printStackTrace();
        }
        System.exit(status);
    }

    private static void run(String peerFolder) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Path root = Path.of(System.getProperty("roseash.root", ".")).toAbsolutePath().normalize();
        Settings settings = Settings.parse(root,
                List.of("--set", "data=target/bench-data", "--set", "compiler=peak", "--set", "port.base=28080",
                        "--set", "federation:oauth.clients.bench.secret=" + SECRET,
                        "--set", "federation:oauth.clients.bench.redirect-uris=" + CALLBACK,
                        "--set", "federation:oauth.clients.bench.id-token-algorithm=ES256"));
        String password = "bench-" + UUID.randomUUID();
        Process peer = new ProcessBuilder("node", "peer.mjs", String.valueOf(PEER_PORT), SECRET)
            .directory(root.resolve(peerFolder).toFile())
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("target/bench-oauth/peer.log").toFile())
            .start();
        try (EmbeddedData data = EmbeddedData.start(settings)) {
            Migrations.run(settings, BuiltApp.of(root, "federation"));
            Services services = new Services(settings, Cooperative.environments(settings, password),
                    List.of(Part.FEDERATION));
            try {
                services.start();
                compare(root, ours(settings, password), theirs());
            } finally {
                services.stop();
            }
        } finally {
            peer.destroy();
            peer.waitFor();
        }
    }

    private static SignIns ours(Settings settings, String password) throws IOException, InterruptedException {
        String address = "http://127.0.0.1:" + settings.port(Part.FEDERATION);
        SignIns signIns = new SignIns(new SignIns.Target("Rose Ash", address, "/oauth/authorize", "/oauth/token",
                CALLBACK, SECRET, command -> !command.endsWith("node")),
                new PasswordSignIn(address).cookies("sam@rose-ash.example", password));
        signIns.once();
        return signIns;
    }

    private static SignIns theirs() throws IOException, InterruptedException {
        String address = "http://127.0.0.1:" + PEER_PORT;
        SignIns.Target target = new SignIns.Target("oidc-provider", address, "/auth", "/token", CALLBACK, SECRET,
                command -> command.endsWith("node"));
        SignIns signIns = new SignIns(target, new InteractionSignIn(target).cookies());
        signIns.once();
        return signIns;
    }

    /// In turn, so that whatever else the machine does meets both.
    private static void compare(Path root, SignIns ours, SignIns theirs) throws IOException, InterruptedException {
        Duration time = Duration.ofSeconds(number("BENCH_SECONDS", 15));
        int connections = number("BENCH_CONNECTIONS", 16);
        ours.run(time.multipliedBy(WARM_UP), connections);
        theirs.run(time.multipliedBy(WARM_UP), connections);
        List<SignIns.Figures> our = new ArrayList<>();
        List<SignIns.Figures> their = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            our.add(ours.run(time, connections));
            their.add(theirs.run(time, connections));
        }
        SignIns.Figures us = SignIns.Figures.median(our);
        SignIns.Figures them = SignIns.Figures.median(their);
        double ratio = us.perSecond() / them.perSecond();
        System.out.printf("%nauthorize + token, %d connections, median of %d rounds of %d s, ES256%n", connections,
                ROUNDS, time.toSeconds());
        System.out.printf("  %-34s %8s %8s %8s %8s%n", "", "per s", "p50 ms", "p95 ms", "CPU ms");
        print("Rose Ash (PostgreSQL, Redis)", us);
        print("npm oidc-provider (in memory)", them);
        System.out.printf("  %-34s %7.2f×%n", "ratio (aim 1.00×, p95 ≤ 120 ms)", ratio);
        Path file = Files.createDirectories(root.resolve("target")).resolve("bench-oauth.json");
        new ObjectMapper().writerWithDefaultPrettyPrinter()
            .writeValue(file.toFile(), Map.of("connections", connections, "seconds", time.toSeconds(), "ours", us,
                    "oidcProvider", them, "ratio", ratio));
        System.out.println("  written to " + root.relativize(file));
    }

    private static void print(String name, SignIns.Figures figures) {
        System.out.printf("  %-34s %8.0f %8.1f %8.1f %8.2f%n", name, figures.perSecond(), figures.p50Milliseconds(),
                figures.p95Milliseconds(), figures.processorMilliseconds());
    }

    private static int number(String name, int usual) {
        String given = System.getenv(name);
        return given == null ? usual : Integer.parseInt(given);
    }
}
