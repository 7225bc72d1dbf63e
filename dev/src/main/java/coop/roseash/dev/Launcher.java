package coop.roseash.dev;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

import coop.roseash.dev.gateway.Gateway;
import coop.roseash.dev.mail.MailCatcher;
import coop.roseash.dev.process.DataFolder;
import coop.roseash.dev.process.EmbeddedData;
import coop.roseash.dev.process.Ports;
import coop.roseash.dev.process.Services;
import coop.roseash.dev.remote.RemoteServer;
import coop.roseash.dev.setting.Part;
import coop.roseash.dev.setting.Settings;
import coop.roseash.dev.setting.StartProblem;
import coop.roseash.dev.sumup.SumUpSandbox;
import coop.roseash.dev.supplier.SupplierShop;

/// Starts everything, tells where it is, and stops everything on Ctrl-C.
public final class Launcher {
    private final Settings settings;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;

    private Launcher(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        try {
            Path root = Path.of(System.getProperty("roseash.root", ".")).toAbsolutePath().normalize();
            new Launcher(Settings.parse(root, List.of(arguments))).run();
        } catch (StartProblem e) {
            System.err.println("\n" + e.getMessage());
            System.exit(1);
        } catch (Exception e) {
            System.err.println("\nThe cooperative could not start: " + e);
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void run() throws Exception {
        DataFolder data = DataFolder.hold(settings);
        keep(data);
        Services.stopLeftOver(settings);
        EmbeddedData.stopLeftOver(settings);
        if (settings.reset()) {
            System.out.println("Forgetting the data in " + settings.data());
            data.empty();
        }
        Ports.requireFree(settings);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stop));
        System.out.println("Starting PostgreSQL, Redis, mail and the sandboxes");
        keep(EmbeddedData.start(settings));
        keep(MailCatcher.start(settings.data().resolve("mail"), settings.port(Part.SMTP),
                settings.port(Part.MAIL_PAGE)));
        keep(SumUpSandbox.start(Cooperative.sandbox(settings)));
        keep(SupplierShop.start(settings.port(Part.SUPPLIER)));
        keep(RemoteServer.start(settings.port(Part.REMOTE), settings.origin("remote"),
                settings.data().resolve("remote.json")));
        String password = password();
        Map<Part, Map<String, String>> environments = Cooperative.environments(settings, password);
        keep(LiveService.prepare(settings, environments));
        Services services = new Services(settings, environments);
        keep(services::stop);
        System.out.println("Starting the services");
        services.start();
        keep(Gateway.start(settings.port(Part.GATEWAY), names()));
        System.out.println(Welcome.text(settings, password));
        services.watch();
        stopped.await();
    }

    private void keep(AutoCloseable part) {
        parts.push(part);
    }

    /// Runs once, from Ctrl-C, from a SIGTERM, or after a failed start.
    private void stop() {
        if (stopping) {
            return;
        }
        stopping = true;
        System.out.println("\nStopping everything");
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("A part did not stop cleanly: " + e);
            }
        }
        System.out.println("Stopped. Everything is kept in " + settings.data() + "; ./dev.sh starts it again.");
        stopped.countDown();
    }

    private Map<String, Integer> names() {
        Map<String, Integer> names = new LinkedHashMap<>();
        for (Part app : Services.apps()) {
            names.put(app.name().toLowerCase(Locale.ROOT), settings.port(app));
        }
        names.put("mail", settings.port(Part.MAIL_PAGE));
        names.put("supplier", settings.port(Part.SUPPLIER));
        names.put("sumup", settings.port(Part.SUMUP));
        names.put("remote", settings.port(Part.REMOTE));
        return names;
    }

    /// One password for all demo members, made once per data folder.
    private String password() throws IOException {
        Path file = settings.data().resolve("demo-password");
        if (Files.notExists(file)) {
            Files.writeString(file, String.join("-", new SecureRandom().ints(3, 0, WORDS.length)
                .mapToObj(word -> WORDS[word])
                .toList()) + "-" + (10 + new SecureRandom().nextInt(90)));
        }
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    private static final String[] WORDS = {"apple", "barley", "beetroot", "bramble", "cobnut", "damson", "elder",
            "fennel", "hazel", "juniper", "kale", "leek", "marrow", "medlar", "oat", "parsnip", "pippin", "quince",
            "rowan", "rye", "sloe", "sorrel", "spelt", "thyme", "walnut"};
}
