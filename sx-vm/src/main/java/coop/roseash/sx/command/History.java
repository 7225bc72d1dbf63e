package coop.roseash.sx.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// What was entered in conversations, the latest last: an entry a line in a file that only its owner reads.
final class History {
    /// Older entries are forgotten when a conversation begins.
    static final int MOST = 1_000;
    private static final int LONGEST = 10_000;
    private final @Nullable Path file;
    private final List<String> entries = new ArrayList<>();

    private History(@Nullable Path file) {
        this.file = file;
    }

    /// One that ends with its conversation.
    static History forgotten() {
        return new History(null);
    }

    /// One that goes on; a file that cannot be read or written is done without.
    static History in(Path file) {
        History history = new History(file);
        try {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                List<String> latest = lines.subList(Math.max(0, lines.size() - MOST), lines.size());
                latest.forEach(line -> history.entries.add(unescaped(line)));
                if (latest.size() < lines.size()) {
                    Files.write(file, List.copyOf(latest));
                }
            } else {
                Files.createFile(file);
            }
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file,
                        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            }
            return history;
        } catch (IOException _) {
            return forgotten();
        }
    }

    private static String unescaped(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                i++;
                text.append(line.charAt(i) == 'n' ? '\n' : line.charAt(i));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    void add(String entry) throws IOException {
        if (entries.size() == MOST) {
            entries.removeFirst();
        }
        entries.add(entry);
        if (file != null && entry.length() <= LONGEST) {
            String line = entry.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "") + "\n";
            Files.writeString(file, line, StandardOpenOption.APPEND);
        }
    }

    /// An entry by its place, or nothing.
    String get(int index) {
        return index >= 0 && index < entries.size() ? entries.get(index) : "";
    }

    void print(PrintStream out) {
        for (int i = 0; i < entries.size(); i++) {
            out.println((i + 1) + "  " + entries.get(i));
        }
    }
}
