package coop.roseash.dev.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import coop.roseash.dev.setting.Settings;
import coop.roseash.dev.setting.StartProblem;

/// A data folder in use; whoever would start on it too is told so, before anything is taken for left over. The system
/// lets go of it however the process ends.
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// @throws StartProblem when another launcher holds it
    public static DataFolder hold(Settings settings) throws IOException {
        Path folder = Files.createDirectories(settings.data());
        FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new StartProblem("A cooperative runs already on " + folder
                    + ".\nStop it with Ctrl-C where it was started, or start this one elsewhere:"
                    + " --set data=<folder> --set port.base=<first of 14 free ports>.");
        }
        return new DataFolder(folder, channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /// Removes all that is in it.
    ///
    /// @throws StartProblem when it holds something, but no database of ours
    public void empty() throws IOException {
        List<Path> inside = inside();
        if (!inside.isEmpty() && Files.notExists(folder.resolve("postgres"))) {
            throw new StartProblem("'" + folder + "' does not look like a data folder of Rose Ash; not emptying it.");
        }
        for (Path each : inside) {
            try (Stream<Path> all = Files.walk(each)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private List<Path> inside() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> !file.getFileName().toString().equals(LOCK)).toList();
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
