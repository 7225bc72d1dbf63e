package coop.roseash.dev.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// ./test.sh installs pg_dump where it can; elsewhere these tests are skipped.
class BackupTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SERVER = Path.of("target/old-postgres/postgres.jar");
    private static EmbeddedPostgres postgres;
    @TempDir
    Path folder;

    private record Outcome(int code, String text) {}

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(run("sh", "-c", "command -v pg_dump").code() == 0, "needs pg_dump");
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "the old server is there for one architecture only");
        postgres = EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setPgBinaryResolver((system, machine) -> {
                ZipFile jar = new ZipFile(SERVER.toFile());
                return jar.getInputStream(jar.getEntry("postgres-linux-x86_64.txz"));
            })
            .start();
        makeTheModel();
    }

    /// A database with all tables, most of them with rows, that each test gets a copy of.
    private static void makeTheModel() throws Exception {
        execute("postgres", "CREATE DATABASE model");
        try (Stream<Path> files = Files.list(ROOT.resolve("shared/model/src/main/resources/db/migration"))) {
            for (Path migration : files.filter(file -> file.toString().endsWith(".sql")).sorted().toList()) {
                execute("model", Files.readString(migration));
            }
        }
        execute("model", """
                CREATE TABLE odd (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, words text, bytes bytea,
                    at timestamptz, many text[], amount numeric, whole jsonb);
                INSERT INTO odd (words, bytes, at, many, amount, whole)
                SELECT CASE n % 7 WHEN 0 THEN NULL ELSE E'Ünïcode \\\\ '' "\\t\\n' || repeat('é', n) END,
                    decode(repeat(md5(n::text), n), 'hex'), now() + n * interval '1 hour', ARRAY['a,b', NULL, '{}'],
                    n / 3.0, '{"a": [null, "\\u00e9"]}' FROM generate_series(1, 500) n""");
        try (Connection connection = connect("model")) {
            assertThat(Contents.fill(connection)).isGreaterThan(15);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @BeforeEach
    void copyTheModel() throws Exception {
        for (String name : List.of("coop", "coop_restoring", "elsewhere")) {
            execute("postgres", "DROP DATABASE IF EXISTS " + name);
        }
        execute("postgres", "CREATE DATABASE coop TEMPLATE model");
    }

    @Test
    void bringsEveryTableBackIntoAnEmptyDatabase() throws Exception {
        Map<String, String> before = contents("coop");
        Path file = backUp();
        execute("postgres", "CREATE DATABASE elsewhere");
        assertThat(restore("elsewhere", file.toString()).code()).isZero();
        assertThat(contents("elsewhere")).isEqualTo(before);
        assertThat(before.get("odd")).startsWith("500 rows");
    }

    @Test
    void bringsItBackWhereThereIsNoDatabaseAtAll() throws Exception {
        Path file = backUp();
        assertThat(restore("elsewhere", file.toString()).code()).isZero();
        assertThat(contents("elsewhere")).isEqualTo(contents("coop"));
    }

    @Test
    void takesThePlaceOfADatabaseOnlyWhenToldAndKeepsIt() throws Exception {
        Map<String, String> before = contents("coop");
        Path file = backUp();
        execute("coop", "DELETE FROM odd WHERE id > 10");
        Outcome refused = restore("coop", file.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.text()).contains("coop holds ", "--replace puts the backup in its place.");
        Outcome replaced = restore("coop", "--replace", file.toString());
        assertThat(replaced.code()).as(replaced.text()).isZero();
        assertThat(contents("coop")).isEqualTo(before);
        String kept = replaced.text().replaceAll("(?s).*kept as (\\w+);.*", "$1");
        assertThat(contents(kept).get("odd")).startsWith("10 rows");
        execute("postgres", "DROP DATABASE " + kept);
    }

    @Test
    void leavesTheDatabaseAloneWhileSomebodyIsConnected() throws Exception {
        Path file = backUp();
        try (Connection reader = connect("coop")) {
            assertThat(reader.isValid(5)).isTrue();
            Outcome outcome = restore("coop", "--replace", file.toString());
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.text()).contains("1 connections to coop are open. Stop the apps first.");
        }
    }

    @Test
    void refusesAFileThatWasChangedOrCutOff() throws Exception {
        Map<String, String> before = contents("coop");
        Path file = backUp();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(restore("coop", "--replace", file.toString()).text()).contains("its SHA-256 differs");
        Files.delete(Path.of(file + ".sha256"));
        Outcome outcome = restore("coop", "--replace", file.toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text()).contains("The backup could not be restored; coop is as it was.");
        assertThat(contents("coop")).isEqualTo(before);
        assertThat(databases()).doesNotContain("coop_restoring");
    }

    @Test
    void keepsOnlyTheNewestFilesAndOnlyItsOwn() throws Exception {
        for (String name : List.of("coop-20260101T000000Z.dump", "coop-20260101T000000Z.dump.sha256",
                "coop-20260102T000000Z.dump", "coop-20260103T000000Z.dump", "other-20260101T000000Z.dump",
                "coop.txt")) {
            Files.writeString(folder.resolve(name), "old");
        }
        Outcome outcome = run("./backup.sh", "--url", url("coop"), "--to", folder.toString(), "--keep", "2");
        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(files()).hasSize(5)
            .contains("coop-20260103T000000Z.dump", "other-20260101T000000Z.dump", "coop.txt")
            .doesNotContain("coop-20260102T000000Z.dump", "coop-20260101T000000Z.dump.sha256");
    }

    @Test
    void writesAndRemovesNothingWhenTheDatabaseDoesNotAnswer() throws Exception {
        Files.writeString(folder.resolve("coop-20260101T000000Z.dump"), "old");
        Outcome outcome = run("./backup.sh", "--url", "postgresql://postgres@127.0.0.1:1/coop", "--to",
                folder.toString(),
                "--keep", "1");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text()).contains("The database could not be dumped; no backup was written.");
        assertThat(files()).containsExactly("coop-20260101T000000Z.dump");
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws Exception {
        assertThat(run("./backup.sh", "--kep", "3").code()).isEqualTo(2);
        assertThat(run("./backup.sh", "--keep", "none").text())
            .contains("--keep wants a number from 1 on, not 'none'.");
        assertThat(run("./restore.sh").text()).contains("Which file?");
        assertThat(run("./restore.sh", "nothing.dump").text()).contains("There is no file nothing.dump.");
    }

    private Path backUp() throws Exception {
        Outcome outcome = run("./backup.sh", "--url", url("coop"), "--to", folder.toString());
        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text()).contains("Keep the secrets activitypub-key-secret and signing-key-secret elsewhere");
        return folder.resolve(files().stream().filter(name -> name.endsWith(".dump")).findFirst().orElseThrow());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Outcome restore(String database, String... arguments) throws Exception {
        return run(Stream.concat(Stream.of("./restore.sh", "--url", url(database)), Arrays.stream(arguments))
            .toArray(String[]::new));
    }

    private static Map<String, String> contents(String database) throws SQLException {
        try (Connection connection = connect(database)) {
            return Contents.of(connection);
        }
    }

    private static List<String> databases() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT string_agg(datname, ',') FROM pg_database")) {
            rows.next();
            return List.of(rows.getString(1).split(","));
        }
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:" + url(database));
    }

    private static String url(String database) {
        return "postgresql://127.0.0.1:" + postgres.getPort() + "/" + database + "?user=postgres";
    }

    private static Outcome run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), text);
    }
}
