package coop.roseash.service.market;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The digest that pictures are known by.
final class Sha256 {
    private Sha256() {}

    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
