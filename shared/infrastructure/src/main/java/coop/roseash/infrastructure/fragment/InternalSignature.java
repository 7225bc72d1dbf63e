package coop.roseash.infrastructure.fragment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/// Signs requests between the apps: who is looking and what is asked, for a few seconds (HMAC-SHA-256).
@ApplicationScoped
class InternalSignature {
    static final String HEADER = "X-Rose-Ash-Signature";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;

    private final SecretKeySpec key;
    private final Duration life;
    private final ObjectMapper json;
    private final Clock clock;

    /// What is signed.
    ///
    /// @param until seconds since 1970
    record Claims(String path, long until, LentTo to) {}

    InternalSignature(InternalConfig config, FragmentConfig fragments, ObjectMapper json, Clock clock) {
        if (config.internalKey().length() < SHORTEST_KEY) {
            throw new ConfigurationException(
                    "The setting site.internal-key should be a secret of at least 32 characters.");
        }
        this.key = new SecretKeySpec(config.internalKey().getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.life = fragments.signature();
        this.json = json;
        this.clock = clock;
    }

    /// A wrong key stops the start, not the first page.
    void check(@Observes StartupEvent start) {
        sign("/", LentTo.everybody(""));
    }

    String sign(String path, LentTo to) {
        try {
            byte[] claims = json.writeValueAsBytes(new Claims(path, clock.instant().plus(life).getEpochSecond(), to));
            return encode(claims) + "." + encode(mac(claims));
        } catch (IOException e) {
            throw new IllegalStateException("The claims of an internal request could not be written", e);
        }
    }

    /// Empty when the signature is missing, wrong, outdated or for something else.
    Optional<LentTo> verify(@Nullable String signature, String path) {
        String[] parts = signature == null ? new String[0] : signature.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(parts[0]);
            if (!MessageDigest.isEqual(mac(bytes), Base64.getUrlDecoder().decode(parts[1]))) {
                return Optional.empty();
            }
            Claims claims = json.readValue(bytes, Claims.class);
            return claims.path.equals(path) && isCurrent(claims.until) ? Optional.of(claims.to) : Optional.empty();
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    private boolean isCurrent(long until) {
        Instant now = clock.instant();
        Instant end = Instant.ofEpochSecond(until);
        return !end.isBefore(now) && !end.isAfter(now.plus(life.multipliedBy(2)));
    }

    private byte[] mac(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
