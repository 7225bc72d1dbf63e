package coop.roseash.federation.passkey;

import java.security.SecureRandom;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.value.ValueCommands;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.federation.form.FormToken;
import coop.roseash.federation.form.RandomToken;
import coop.roseash.federation.signin.SigninConfig;

/// The challenges that authenticators sign: random, each for one purpose and one browser, and each once.
@ApplicationScoped
class Challenges {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ValueCommands<String, String> waiting;
    private final FormToken formToken;
    private final SigninConfig config;

    Challenges(RedisDataSource redis, FormToken formToken, SigninConfig config) {
        this.waiting = redis.value(String.class);
        this.formToken = formToken;
        this.config = config;
    }

    byte[] next(RoutingContext request, String purpose) {
        byte[] challenge = new byte[BYTES];
        RANDOM.nextBytes(challenge);
        waiting.setex(key(challenge), config.passkeyChallenge().toSeconds(), owner(request, purpose));
        return challenge;
    }

    /// Uses a challenge up, whatever comes of it.
    boolean use(byte[] challenge, RoutingContext request, String purpose) {
        return owner(request, purpose).equals(waiting.getdel(key(challenge)));
    }

    long milliseconds() {
        return config.passkeyChallenge().toMillis();
    }

    private String owner(RoutingContext request, String purpose) {
        return purpose + " " + RandomToken.hash(formToken.secret(request));
    }

    private static String key(byte[] challenge) {
        return "passkey-challenge:" + Base64.getUrlEncoder().withoutPadding().encodeToString(challenge);
    }
}
