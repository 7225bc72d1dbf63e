package coop.roseash.service.signin;

import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.apache.commons.codec.binary.Base32;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;

import coop.roseash.contract.signin.OneTimeCodes;
import coop.roseash.model.signin.OneTimeCodeEntity;
import coop.roseash.service.provider.KeyVault;

/// One-time codes whose secrets are locked with federation's key.
@ApplicationScoped
@Transactional
class OneTimeCodeService implements OneTimeCodes {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int SECRET_BYTES = 20;
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OneTimeCodeRepository codes;
    private final RecoveryCodes recovery;
    private final KeyVault vault;
    private final Clock clock;
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP);

    OneTimeCodeService(OneTimeCodeRepository codes, RecoveryCodes recovery, KeyVault vault, Clock clock) {
        this.codes = codes;
        this.recovery = recovery;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public boolean isOn(long memberId) {
        return codes.confirmed(memberId).isPresent();
    }

    @Override
    public Optional<String> prepare(long memberId) {
        if (isOn(memberId)) {
            return Optional.empty();
        }
        codes.deleteById(memberId);
        codes.flush();
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        OneTimeCodeEntity entity = new OneTimeCodeEntity();
        entity.memberId = memberId;
        entity.secret = vault.lock(lockName(memberId), secret);
        entity.createdAt = clock.instant();
        codes.persist(entity);
        return Optional.of(base32(secret));
    }

    @Override
    public Optional<String> prepared(long memberId) {
        return codes.unconfirmed(memberId).map(entity -> base32(secret(entity)));
    }

    @Override
    public Optional<List<String>> confirm(long memberId, String code) {
        OptionalLong step = codes.unconfirmed(memberId).map(entity -> step(entity, code)).orElse(OptionalLong.empty());
        return step.isPresent() && codes.confirm(memberId, step.getAsLong(), clock.instant())
                ? Optional.of(recovery.renew(memberId))
                : Optional.empty();
    }

    @Override
    public boolean check(long memberId, String code) {
        OptionalLong step = codes.confirmed(memberId).map(entity -> step(entity, code)).orElse(OptionalLong.empty());
        return step.isPresent() && codes.take(memberId, step.getAsLong());
    }

    @Override
    public boolean recover(long memberId, String recoveryCode) {
        return recovery.use(memberId, recoveryCode);
    }

    @Override
    public int recoveryCodesLeft(long memberId) {
        return recovery.left(memberId);
    }

    @Override
    public List<String> renewRecoveryCodes(long memberId) {
        return recovery.renew(memberId);
    }

    @Override
    public boolean remove(long memberId) {
        recovery.forget(memberId);
        return codes.deleteById(memberId);
    }

    /// The step whose code this is: the present one, or its neighbours since clocks differ (RFC 6238 section 6).
    private OptionalLong step(OneTimeCodeEntity entity, String code) {
        String digits = code.replace(" ", "");
        if (!CODE.matcher(digits).matches()) {
            return OptionalLong.empty();
        }
        SecretKeySpec key = new SecretKeySpec(secret(entity), generator.getAlgorithm());
        long now = clock.instant().getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(now - 1, now + 1).filter(step -> codeAt(key, step).equals(digits)).findFirst();
    }

    private String codeAt(SecretKeySpec key, long step) {
        try {
            return generator.generateOneTimePasswordString(key, Instant.ofEpochSecond(step * STEP.toSeconds()));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("A key of random bytes is a key", e);
        }
    }

    private byte[] secret(OneTimeCodeEntity entity) {
        return vault.unlock(lockName(entity.memberId), entity.secret);
    }

    private static String lockName(long memberId) {
        return "one-time-codes:" + memberId;
    }

    private static String base32(byte[] secret) {
        return new Base32().encodeToString(secret).replace("=", "");
    }
}
