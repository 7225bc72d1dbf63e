package coop.roseash.service.activity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.model.activity.LocalKeyPair;
import coop.roseash.model.activity.LocalKeyPair.Algorithm;
import coop.roseash.service.activity.signature.PublicKeys;

/// The key pairs all local actors share, made on first use; private halves rest sealed in the database.
@ApplicationScoped
class SiteKeys {
    private static final int SHORTEST_SECRET = 16;
    private static final int RSA_BITS = 2048;

    private final KeyPairRepository pairs;
    private final ActivityPubConfig config;
    private final Clock clock;
    private final Map<Algorithm, LocalKeyPair> current = new EnumMap<>(Algorithm.class);
    private final Map<Algorithm, PrivateKey> opened = new EnumMap<>(Algorithm.class);

    SiteKeys(KeyPairRepository pairs, ActivityPubConfig config, Clock clock) {
        this.pairs = pairs;
        this.config = config;
        this.clock = clock;
    }

    synchronized PublicKey publicKey(Algorithm algorithm) {
        return PublicKeys.decode(pair(algorithm).publicKey)
            .orElseThrow(() -> new IllegalStateException("The table ap_keypair holds a broken public key"));
    }

    synchronized PrivateKey privateKey(Algorithm algorithm) {
        return opened.computeIfAbsent(algorithm, this::open);
    }

    private PrivateKey open(Algorithm algorithm) {
        try {
            byte[] encoded = seal().open(pair(algorithm).sealedPrivate);
            return KeyFactory.getInstance(javaName(algorithm)).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The keys in ap_keypair were sealed with another activitypub.key-secret than the one set now", e);
        }
    }

    private LocalKeyPair pair(Algorithm algorithm) {
        return current.computeIfAbsent(algorithm, kind -> pairs.current(kind).orElseGet(() -> make(kind)));
    }

    private LocalKeyPair make(Algorithm algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(javaName(algorithm));
            if (algorithm == Algorithm.RSA) {
                generator.initialize(RSA_BITS);
            }
            KeyPair pair = generator.generateKeyPair();
            byte[] sealed = seal().seal(pair.getPrivate().getEncoded());
            pairs.add(algorithm, pair.getPublic().getEncoded(), sealed, clock.instant());
            return pairs.current(algorithm).orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }

    private KeySeal seal() {
        String secret = config.keySecret().orElse("");
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException(
                    "activitypub.key-secret must be set, to at least " + SHORTEST_SECRET + " characters");
        }
        return new KeySeal(secret);
    }

    private static String javaName(Algorithm algorithm) {
        return algorithm == Algorithm.RSA ? "RSA" : "Ed25519";
    }
}
