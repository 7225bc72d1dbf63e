package coop.roseash.federation.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// The hash behind PKCE challenges (RFC 7636 section 4.6) and `at_hash` (OpenID Connect Core 1.0 section 3.1.3.6).
final class Sha256 {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Sha256() {}

    static String of(String text) {
        return BASE64.encodeToString(bytes(text));
    }

    static String leftHalfOf(String text) {
        byte[] hash = bytes(text);
        return BASE64.encodeToString(Arrays.copyOf(hash, hash.length / 2));
    }

    private static byte[] bytes(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
