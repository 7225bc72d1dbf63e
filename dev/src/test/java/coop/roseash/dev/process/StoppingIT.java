package coop.roseash.dev.process;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import coop.roseash.dev.mail.MailCatcher;
import coop.roseash.dev.setting.Part;
import coop.roseash.dev.setting.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Two replicas of the blog as real processes, of which one is stopped or killed while both have work.
class StoppingIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration LONG = Duration.ofMinutes(3);
    /// How long a front server may go on asking a replica that is being stopped.
    private static final Duration NAMES_FORGOTTEN = Duration.ofSeconds(1);
    private static final int AT_ONCE = 4;
    private static final int MAILS = 800;
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    @TempDir
    static Path data;
    private static Settings settings;
    private static EmbeddedData database;
    private static MailCatcher mails;

    @BeforeAll
    static void open() throws Exception {
        settings = Settings.parse(ROOT,
                List.of("--set", "data=" + data, "--set", "port.base=" + Ports.freeBase(), "--set", "demo=false"));
        Files.createDirectories(data.resolve("log"));
        database = EmbeddedData.start(settings);
        mails = MailCatcher.start(data.resolve("mail"), settings.port(Part.SMTP), settings.port(Part.MAIL_PAGE));
    }

    @AfterAll
    static void close() throws Exception {
        mails.close();
        database.close();
    }

    @Test
    void aStoppedReplicaFailsNoRequestAndSendsEveryMailOnce() throws Exception {
        Service stays = replica(Part.BLOG);
        Service goes = replica(Part.MARKET);
        Front front = new Front(List.of(settings.port(Part.BLOG), settings.port(Part.MARKET)));
        try {
            awaitReady(stays, goes);
            List<Thread> visitors = front.visit();
            put("stopped", MAILS);
            waiting().atMost(LONG).until(() -> front.answered.get() > 20 && sent("stopped").size() > 20);
            goes.stop();
            CompletableFuture.delayedExecutor(NAMES_FORGOTTEN.toMillis(), TimeUnit.MILLISECONDS).execute(front::forget);
            goes.awaitStop(LONG);
            waiting().atMost(LONG).until(() -> sent("stopped").size() >= MAILS);
            front.close(visitors);
            assertThat(front.failures).isEmpty();
            assertThat(sent("stopped")).hasSize(MAILS).doesNotHaveDuplicates();
            assertThat(count("SELECT count(*) FROM outbox WHERE done_at IS NULL")).isZero();
        } finally {
            end(stays, goes);
        }
    }

    /// What was in its hands is handled again when its lease ends: at most as many mails as it handled at once.
    @Test
    void whatAKilledReplicaHeldIsHandledByTheOther() throws Exception {
        Service stays = replica(Part.BLOG);
        Service goes = replica(Part.MARKET);
        try {
            awaitReady(stays, goes);
            put("killed", MAILS);
            waiting().atMost(LONG).until(() -> sent("killed").size() > 20);
            goes.kill();
            waiting().atMost(LONG).until(() -> count("SELECT count(*) FROM outbox WHERE done_at IS NULL") == 0);
            assertThat(sent("killed").stream().distinct()).hasSize(MAILS);
            assertThat(sent("killed")).hasSizeBetween(MAILS, MAILS + AT_ONCE);
        } finally {
            end(stays, goes);
        }
    }

    /// A blog on the port of any part.
    private static Service replica(Part place) throws Exception {
        Map<String, String> environment = Map.ofEntries(Map.entry("QUARKUS_PROFILE", "dev"),
                Map.entry("RUN_MIGRATIONS", String.valueOf(place == Part.BLOG)),
                Map.entry("QUARKUS_HTTP_PORT", String.valueOf(settings.port(place))),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", url()),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", "postgres"),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", "postgres"),
                Map.entry("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:" + settings.port(Part.REDIS)),
                Map.entry("QUARKUS_MAILER_PORT", String.valueOf(settings.port(Part.SMTP))),
                Map.entry("SITE_INTERNAL_PATTERN", "http://127.0.0.1:1"), Map.entry("OUTBOX_LEASE", "8s"),
                Map.entry("OUTBOX_CONCURRENCY", String.valueOf(AT_ONCE)), Map.entry("SHUTDOWN_DELAY", "2S"));
        Service service = new Service(Part.BLOG, settings.port(place), settings, environment);
        service.start();
        return service;
    }

    /// A mail that breaks off with its sender is the point, and the catcher's thread may say so.
    private static ConditionFactory waiting() {
        return await().dontCatchUncaughtExceptions();
    }

    private static void awaitReady(Service... services) {
        for (Service service : services) {
            waiting().atMost(LONG).until(() -> service.isReady(HTTP));
        }
    }

    private static void end(Service... services) throws Exception {
        for (Service service : services) {
            service.kill();
            service.awaitStop();
        }
    }

    private static void put(String subject, int number) throws Exception {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "postgres");
                PreparedStatement insert = connection
                    .prepareStatement("INSERT INTO outbox (topic, message_key, json) VALUES ('mail', ?, ?)")) {
            for (int i = 0; i < number; i++) {
                insert.setString(1, subject + i);
                insert.setString(2, """
                        {"key": "%1$s%2$d", "to": "%1$s@rose-ash.example", "subject": "%1$s %2$d", "text": "Hello",
                         "html": null, "headers": {}}""".formatted(subject, i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// The subjects that begin so among the mails the catcher keeps.
    private static List<String> sent(String subject) throws IOException {
        List<String> subjects = new ArrayList<>();
        try (DirectoryStream<Path> caught = Files.newDirectoryStream(data.resolve("mail"), "*.eml")) {
            for (Path mail : caught) {
                Files.readAllLines(mail)
                    .stream()
                    .filter(line -> line.startsWith("Subject: " + subject))
                    .forEach(subjects::add);
            }
        }
        return subjects;
    }

    private static long count(String query) throws Exception {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "postgres");
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + settings.port(Part.DATABASE) + "/postgres";
    }

    /// Asks the replicas in turn as a front server would: one that cannot be reached at all is passed over, any other
    /// failure is the visitor's.
    private static final class Front {
        private final List<Integer> ports;
        private final AtomicInteger turn = new AtomicInteger();
        private final AtomicInteger answered = new AtomicInteger();
        private final AtomicBoolean forgotten = new AtomicBoolean();
        private final AtomicBoolean closed = new AtomicBoolean();
        private final Queue<String> failures = new ConcurrentLinkedQueue<>();

        Front(List<Integer> ports) {
            this.ports = ports;
        }

        List<Thread> visit() {
            return IntStream.range(0, AT_ONCE).mapToObj(i -> Thread.ofVirtual().start(() -> {
                while (!closed.get()) {
                    ask();
                }
            })).toList();
        }

        void forget() {
            forgotten.set(true);
        }

        void close(List<Thread> visitors) throws InterruptedException {
            closed.set(true);
            for (Thread visitor : visitors) {
                visitor.join();
            }
        }

        private void ask() {
            int port = forgotten.get() ? ports.getFirst() : ports.get(turn.getAndIncrement() % ports.size());
            try {
                int status = get(port);
                if (status != 200) {
                    failures.add(port + " answered " + status);
                }
                answered.incrementAndGet();
            } catch (ConnectException e) {
                forget();
            } catch (Exception e) {
                failures.add(port + ": " + e);
            }
        }

        private static int get(int port) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .timeout(Duration.ofSeconds(30))
                .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
