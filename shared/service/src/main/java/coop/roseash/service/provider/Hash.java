package coop.roseash.service.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Random secrets, and the hashes by which they are kept; they are long enough to need no salt.
public final class Hash {
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Hash() {}

    public static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    public static String of(String secret) {
        return BASE64.encodeToString(bytes(secret));
    }

    static boolean matches(String hash, String secret) {
        return MessageDigest.isEqual(hash.getBytes(StandardCharsets.UTF_8),
                of(secret).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] bytes(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
