package coop.roseash.service.member;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;

/// Argon2id (RFC 9106) in its PHC text form, a few at a time.
@ApplicationScoped
class PasswordHash {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private final PasswordConfig config;
    private final Semaphore turns;

    PasswordHash(PasswordConfig config) {
        this.config = config;
        this.turns = new Semaphore(config.atOnce(), true);
    }

    String of(String password) {
        return inTurn(() -> argon2().hash(config.iterations(), config.memory(), 1, password.toCharArray()));
    }

    boolean matches(String hash, String password) {
        return inTurn(() -> argon2().verify(hash, password.toCharArray()));
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /// Made on first use: loading its native library is no part of an app's start.
    private static Argon2 argon2() {
        return Argon2Factory.create(Argon2Factory.Argon2Types.ARGON2id, SALT_BYTES, HASH_BYTES);
    }
}
