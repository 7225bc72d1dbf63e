package coop.roseash.sx.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The programs that are measured; each is in the resources in every language.
public enum Workload {
    FIB, TAK, LOOP, COUNTERS, LISTS, STRINGS;

    /// The program in a language, by the ending of its file.
    String in(String ending) {
        return resource(name().toLowerCase(Locale.ROOT) + "." + ending);
    }

    static String resource(String name) {
        try (InputStream file = Workload.class.getResourceAsStream("/bench/" + name)) {
            if (file == null) {
                throw new IllegalStateException("no " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
