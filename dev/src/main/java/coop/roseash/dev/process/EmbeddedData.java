package coop.roseash.dev.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import coop.roseash.dev.setting.Part;
import coop.roseash.dev.setting.Settings;
import coop.roseash.dev.setting.StartProblem;

import redis.embedded.RedisServer;

/// PostgreSQL and Redis on a folder that survives a restart.
public class EmbeddedData implements AutoCloseable {
    private static final long LEAST_FREE_BYTES = 1L << 30;

    private final EmbeddedPostgres postgres;
    private final RedisServer redis;

    private EmbeddedData(EmbeddedPostgres postgres, RedisServer redis) {
        this.postgres = postgres;
        this.redis = redis;
    }

    public static EmbeddedData start(Settings settings) throws IOException {
        Path data = Files.createDirectories(settings.data());
        requireSpace(data);
        EmbeddedPostgres postgres = startPostgres(data, settings.port(Part.DATABASE));
        try {
            return new EmbeddedData(postgres, startRedis(data, settings.port(Part.REDIS)));
        } catch (IOException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        redis.stop();
        postgres.close();
    }

    /// Stops a PostgreSQL that outlived a launcher that was killed; its lock file names it.
    public static void stopLeftOver(Settings settings) throws IOException, InterruptedException {
        Path lock = settings.data().resolve("postgres/postmaster.pid");
        if (Files.exists(lock)) {
            String first = Files.readAllLines(lock).getFirst().strip();
            Optional<ProcessHandle> process = first.matches("\\d+")
                    ? ProcessHandle.of(Long.parseLong(first))
                    : Optional.empty();
            if (process.isPresent() && process.get().info().command().orElse("").endsWith("postgres")) {
                System.out.println("Stopping the database of an earlier run that was killed");
                new ProcessBuilder("kill", "-INT", first).inheritIO().start().waitFor();
                process.get().onExit().join();
            }
        }
    }

    private static void requireSpace(Path data) throws IOException {
        long free = Files.getFileStore(data).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new StartProblem("The disk that holds " + data + " has only " + free / (1 << 20)
                    + " MiB free; the cooperative wants at least 1024.\nMake room, or use another folder: --set data=<folder>.");
        }
    }

    private static EmbeddedPostgres startPostgres(Path data, int port) throws IOException {
        Path folder = data.resolve("postgres");
        File log = data.resolve("log/postgres.log").toFile();
        Files.createDirectories(log.toPath().getParent());
        return EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(Files.createDirectories(data.resolve("binaries")).toFile())
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setServerConfig("max_connections", "120")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("shared_buffers", "128MB")
            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
            .setPGStartupWait(Duration.ofSeconds(30))
            .start();
    }

    private static RedisServer startRedis(Path data, int port) throws IOException {
        Path folder = Files.createDirectories(data.resolve("redis"));
        RedisServer redis = RedisServer.builder()
            .port(port)
            .setting("bind 127.0.0.1")
            .setting("dir " + folder.toAbsolutePath())
            .setting("appendonly yes")
            // The log is all it keeps: a Redis that must write a copy too before it goes, and cannot, never goes.
            .setting("save \"\"")
            .setting("maxmemory 256mb")
            .build();
        redis.start();
        return redis;
    }
}
