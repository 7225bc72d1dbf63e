package coop.roseash.dev.sumup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/// Everything that ever happened, in order; only added to. With a file, the sandbox finds its checkouts again.
final class Ledger {
    private static final ObjectMapper JSON = Json.mapper();

    private final List<String> lines = new ArrayList<>();
    private final @Nullable Path file;

    /// @param checkout as it was after this
    record Entry(Instant at, String kind, Checkout checkout) {}

    Ledger(@Nullable Path file) {
        this.file = file;
        if (file != null && Files.exists(file)) {
            try {
                lines.addAll(Files.readAllLines(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    synchronized void write(Instant at, String kind, Checkout checkout) {
        try {
            String line = JSON.writeValueAsString(new Entry(at, kind, checkout));
            lines.add(line);
            if (file != null) {
                Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    synchronized List<Entry> entries() {
        return lines.stream().map(Ledger::read).toList();
    }

    private static Entry read(String line) {
        try {
            return JSON.readValue(line, Entry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The sandbox's ledger holds a line it did not write", e);
        }
    }
}
