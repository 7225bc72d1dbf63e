package coop.roseash.infrastructure.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.quarkus.runtime.LaunchMode;

/// Addresses of static files that change with their content, so that browsers may keep them for ever.
@Singleton
class Assets {
    private static final int HASH_LENGTH = 12;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /// @param path of a file under `META-INF/resources`: `/static/base.css`
    /// @throws IllegalArgumentException when there is none
    String address(String path) {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT
                ? hashed(path)
                : known.computeIfAbsent(path, Assets::hashed);
    }

    private static String hashed(String path) {
        try (InputStream file = Thread.currentThread()
            .getContextClassLoader()
            .getResourceAsStream("META-INF/resources" + path)) {
            if (file == null) {
                throw new IllegalArgumentException("No asset " + path);
            }
            return path + "?v=" + hash(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
