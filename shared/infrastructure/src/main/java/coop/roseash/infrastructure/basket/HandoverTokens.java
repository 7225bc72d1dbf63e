package coop.roseash.infrastructure.basket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;

import coop.roseash.contract.member.Visitor;

/// Carries a guest's token from one app's address to the cart's, by a token that counts once, for a minute, and only
/// in the browser that began the walk (it holds the nonce).
@ApplicationScoped
public class HandoverTokens {
    private static final String PREFIX = "basket:handover:";
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String RANDOM_TEXT = "[A-Za-z0-9_-]{22,64}";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Redis redis;

    HandoverTokens(Redis redis) {
        this.redis = redis;
    }

    /// 192 random bits, for a nonce or a token.
    public static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static boolean isRandom(@Nullable String text) {
        return text != null && text.matches(RANDOM_TEXT);
    }

    String issue(Visitor.Guest guest, String nonce) {
        String token = random();
        redis.send(Request.cmd(Command.SET)
            .arg(PREFIX + token)
            .arg(nonce + " " + guest.token())
            .arg("EX")
            .arg(String.valueOf(LIFE.toSeconds()))).await().atMost(PATIENCE);
        return token;
    }

    /// The guest, the first time, to the browser with the right nonce.
    public Optional<Visitor.Guest> take(@Nullable String token, @Nullable String nonce) {
        if (!isRandom(token) || !isRandom(nonce)) {
            return Optional.empty();
        }
        Response kept = redis.send(Request.cmd(Command.GETDEL).arg(PREFIX + token)).await().atMost(PATIENCE);
        if (kept == null) {
            return Optional.empty();
        }
        String[] parts = kept.toString().split(" ");
        boolean same = MessageDigest.isEqual(parts[0].getBytes(StandardCharsets.UTF_8),
                String.valueOf(nonce).getBytes(StandardCharsets.UTF_8));
        return same ? Optional.of(new Visitor.Guest(parts[1])) : Optional.empty();
    }
}
