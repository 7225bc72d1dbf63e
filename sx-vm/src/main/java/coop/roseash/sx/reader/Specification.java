package coop.roseash.sx.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The files of the language that are written in SX or are its data.
public final class Specification {
    private Specification() {}

    /// The text of `spec/<name>`.
    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /// The bytes of `spec/<name>`.
    public static byte[] bytes(String name) {
        try (InputStream file = Specification.class.getResourceAsStream("/spec/" + name)) {
            if (file == null) {
                throw new IllegalStateException("spec/" + name + " is missing");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
