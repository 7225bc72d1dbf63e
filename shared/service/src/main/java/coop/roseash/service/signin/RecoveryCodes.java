package coop.roseash.service.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import coop.roseash.service.provider.Hash;

/// The codes a member keeps on paper: 80 random bits each, so that a plain hash is enough.
@ApplicationScoped
class RecoveryCodes {
    private static final int NUMBER = 10;
    private static final int LETTERS = 16;
    private static final int GROUP = 4;
    /// Without letters and digits that are taken for one another.
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntityManager entities;
    private final Clock clock;

    RecoveryCodes(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    List<String> renew(long memberId) {
        forget(memberId);
        List<String> codes = Stream.generate(RecoveryCodes::next).limit(NUMBER).toList();
        codes.forEach(code -> entities
            .createNativeQuery("INSERT INTO recovery_codes (member_id, code_hash) VALUES (?1, ?2)")
            .setParameter(1, memberId)
            .setParameter(2, hash(memberId, code))
            .executeUpdate());
        return codes;
    }

    boolean use(long memberId, String code) {
        return entities
            .createNativeQuery("""
                    UPDATE recovery_codes SET used_at = ?1
                    WHERE member_id = ?2 AND code_hash = ?3 AND used_at IS NULL""")
            .setParameter(1, clock.instant())
            .setParameter(2, memberId)
            .setParameter(3, hash(memberId, code))
            .executeUpdate() == 1;
    }

    int left(long memberId) {
        return ((Number) entities
            .createNativeQuery("SELECT count(*) FROM recovery_codes WHERE member_id = ?1 AND used_at IS NULL")
            .setParameter(1, memberId)
            .getSingleResult()).intValue();
    }

    void forget(long memberId) {
        entities.createNativeQuery("DELETE FROM recovery_codes WHERE member_id = ?1")
            .setParameter(1, memberId)
            .executeUpdate();
    }

    /// However it is typed: in capitals, with spaces or without hyphens.
    private static String hash(long memberId, String code) {
        return Hash.of(memberId + ":" + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    private static String next() {
        StringBuilder code = new StringBuilder();
        IntStream.range(0, LETTERS).forEach(i -> {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        });
        return code.toString();
    }
}
