package coop.roseash.service.activity.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/// The `Digest` header of a body (RFC 3230, SHA-256 of RFC 5843).
public final class BodyDigest {
    private static final String PREFIX = "SHA-256=";

    private BodyDigest() {}

    public static String of(byte[] body) {
        return PREFIX + Base64.getEncoder().encodeToString(sha256(body));
    }

    /// Whether one of the header's values is this body's SHA-256, and none of them is another.
    public static boolean matches(String header, byte[] body) {
        String expected = Base64.getEncoder().encodeToString(sha256(body));
        boolean found = false;
        for (String part : header.split(",")) {
            String value = part.strip();
            if (value.toUpperCase(Locale.ROOT).startsWith(PREFIX)) {
                if (!value.substring(PREFIX.length()).equals(expected)) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
