package coop.roseash.dev.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

import coop.roseash.dev.setting.Settings;
import coop.roseash.dev.setting.StartProblem;

/// A data folder in use; whoever would start on it too is told so, before anything is taken for left over. The system
/// lets go of it however the process ends.
public final class DataFolder implements AutoCloseable {
    private final FileChannel lock;

    private DataFolder(FileChannel lock) {
        this.lock = lock;
    }

    /// @throws StartProblem when another launcher holds it
    public static DataFolder hold(Settings settings) throws IOException {
        Path data = Files.createDirectories(settings.data());
        FileChannel channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new StartProblem("A cooperative runs already on " + data
                    + ".\nStop it with Ctrl-C where it was started, or start this one elsewhere: --set data=<folder> --set port.base=<first of 14 free ports>.");
        }
        return new DataFolder(channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
