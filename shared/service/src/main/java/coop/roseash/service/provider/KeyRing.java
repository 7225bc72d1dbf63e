package coop.roseash.service.provider;

import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.narayana.jta.QuarkusTransaction;

import coop.roseash.contract.provider.SigningKeys;
import coop.roseash.model.provider.SigningKeyEntity;
import coop.roseash.service.signal.DatabaseSignals;

/// Signing keys in PostgreSQL, with a copy in memory; the first replica that needs one makes it.
@ApplicationScoped
class KeyRing implements SigningKeys {
    private static final List<String> ALGORITHMS = List.of("ES256", "RS256");

    private final SigningKeyRepository keys;
    private final KeyVault vault;
    private final SigningKeyConfig config;
    private final Clock clock;
    private volatile @Nullable Copy copy;

    /// @param keys the newest first
    private record Copy(List<SigningKey> keys, Instant until) {}

    KeyRing(SigningKeyRepository keys, KeyVault vault, SigningKeyConfig config, Clock clock,
            DatabaseSignals signals) {
        this.keys = keys;
        this.vault = vault;
        this.config = config;
        this.clock = clock;
        signals.listen(SigningKeyRepository.CHANNEL, () -> copy = null);
    }

    @Override
    public SigningKey current(String algorithm) {
        List<SigningKey> all = remembered();
        Instant now = clock.instant();
        return all.stream()
            .filter(key -> key.algorithm().equals(algorithm) && !key.signsFrom().isAfter(now))
            .findFirst()
            .orElseThrow();
    }

    @Override
    public List<SigningKey> published() {
        Instant replaced = clock.instant().minus(config.afterlife());
        return remembered().stream().filter(key -> !isReplacedBefore(replaced, key)).toList();
    }

    @Override
    public List<SigningKey> remembered() {
        Copy known = copy;
        if (known == null || known.until().isBefore(clock.instant())) {
            known = load();
            copy = known;
        }
        return known.keys();
    }

    @Override
    @RolesAllowed("admin")
    public Instant rotate() {
        Instant from = clock.instant().plus(config.lead());
        makeAll(from, false);
        return from;
    }

    @Override
    @RolesAllowed("admin")
    public void replace() {
        makeAll(clock.instant(), true);
    }

    /// Makes new keys when the newest are old enough; once, whichever replica comes first.
    void rotateWhenDue() {
        if (config.secret().isPresent() && !config.interval().isZero()) {
            remembered();
            QuarkusTransaction.requiringNew().run(() -> {
                keys.lock();
                Instant from = clock.instant().plus(config.lead());
                boolean due = keys.all()
                    .stream()
                    .allMatch(key -> !key.signsFrom.plus(config.interval()).isAfter(from));
                if (due) {
                    makeAllHere(from);
                }
                Instant replaced = clock.instant().minus(config.hints());
                remembered().stream()
                    .filter(key -> isReplacedBefore(replaced, key))
                    .map(SigningKey::kid)
                    .forEach(keys::deleteById);
            });
        }
    }

    private void makeAll(Instant from, boolean only) {
        QuarkusTransaction.requiringNew().run(() -> {
            keys.lock();
            if (only) {
                keys.deleteAll();
            }
            makeAllHere(from);
        });
        copy = null;
    }

    private void makeAllHere(Instant from) {
        ALGORITHMS.forEach(algorithm -> make(algorithm, from));
        keys.announce();
    }

    private void make(String algorithm, Instant from) {
        KeyPair pair = vault.newPair(algorithm);
        SigningKeyEntity key = new SigningKeyEntity();
        key.kid = UUID.randomUUID().toString();
        key.algorithm = algorithm;
        key.publicKey = pair.getPublic().getEncoded();
        key.privateKey = vault.lock(key.kid, pair.getPrivate());
        key.createdAt = clock.instant();
        key.signsFrom = from.truncatedTo(ChronoUnit.MILLIS);
        keys.persist(key);
    }

    private synchronized Copy load() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            List<SigningKeyEntity> found = keys.all();
            if (found.isEmpty()) {
                keys.lock();
                if (keys.count() == 0) {
                    makeAllHere(now);
                }
                found = keys.all();
            }
            return new Copy(found.stream().map(this::key).toList(), now.plus(config.memory()));
        });
    }

    private boolean isReplacedBefore(Instant moment, SigningKey key) {
        return remembered().stream()
            .anyMatch(next -> next.algorithm().equals(key.algorithm()) && next.signsFrom().isAfter(key.signsFrom())
                    && !next.signsFrom().isAfter(moment));
    }

    private SigningKey key(SigningKeyEntity entity) {
        return new SigningKey(entity.kid, entity.algorithm, KeyVault.publicKey(entity.algorithm, entity.publicKey),
                vault.unlock(entity.kid, entity.algorithm, entity.privateKey), entity.signsFrom);
    }
}
