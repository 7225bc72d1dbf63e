package coop.roseash.service.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

/// Unpacks gzip without letting a small answer become a huge one.
final class Gunzip {
    private Gunzip() {}

    /// Null when it is broken or unpacks to more than the limit.
    static byte @Nullable [] upTo(int limit, byte[] packed) {
        if (packed.length == 0) {
            return packed;
        }
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] plain = stream.readNBytes(limit);
            return stream.read() < 0 ? plain : null;
        } catch (IOException broken) {
            return null;
        }
    }
}
