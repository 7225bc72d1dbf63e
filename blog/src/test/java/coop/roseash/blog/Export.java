package coop.roseash.blog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.enterprise.inject.spi.CDI;

import coop.roseash.contract.blog.Imports;

/// A small Ghost export the tests of pages read: three posts, a draft, a page, one picture.
public final class Export {
    private static final Path FOLDER = Path.of("src/test/resources/export");

    private Export() {}

    public static String json() {
        try {
            return Files.readString(FOLDER.resolve("ghost.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Optional<byte[]> file(String path) {
        try {
            return Files.exists(FOLDER.resolve(path))
                    ? Optional.of(Files.readAllBytes(FOLDER.resolve(path)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Imports it; once it is in, this changes nothing.
    public static Imports.Outcome load() {
        return CDI.current().select(Imports.class).get().ghost(json(), Export::file);
    }
}
