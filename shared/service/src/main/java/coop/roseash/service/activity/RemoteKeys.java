package coop.roseash.service.activity;

import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import coop.roseash.model.activity.RemoteKey;
import coop.roseash.service.activity.signature.PublicKeys;

/// Finds out whose key made a signature, asking the key's server at most once at a time and not too often.
///
/// A kept key is always tried first, so that forged requests in its owner's name, however many, cost its owner
/// nothing: neither the key nor the right to be verified.
@Singleton
class RemoteKeys {
    private final RemoteKeyRepository kept;
    private final KeyDocuments documents;
    private final Clock clock;
    private final FetchLimiter limiter;
    private final Map<String, CompletableFuture<KeyDocuments.Answer>> running = new ConcurrentHashMap<>();
    private final Map<String, RemoteKey> rotated = new ConcurrentHashMap<>();

    RemoteKeys(RemoteKeyRepository kept, KeyDocuments documents, ActivityPubConfig config, Clock clock) {
        this.kept = kept;
        this.documents = documents;
        this.clock = clock;
        this.limiter = new FetchLimiter(config.inbox().keyPause(), config.inbox().keyTries());
    }

    sealed interface Verdict {
        record SignedBy(String ownerUri) implements Verdict {}

        /// The key is known, or was looked up, and did not make this signature.
        record Forged() implements Verdict {}

        /// The key's document is gone.
        record KeyGone() implements Verdict {}

        record Unreachable() implements Verdict {}
    }

    /// @param verifies whether a key made the signature in question
    Verdict verify(String keyId, Predicate<PublicKey> verifies) {
        Optional<RemoteKey> key = kept.known(keyId);
        List<RemoteKey> candidates = Stream.of(key.orElse(null), rotated.get(keyId)).filter(Objects::nonNull).toList();
        for (RemoteKey candidate : candidates) {
            if (verifies(candidate, verifies)) {
                return accepted(candidate);
            }
        }
        if (!limiter.tryNow(keyId, clock.instant())) {
            return key.isPresent() ? new Verdict.Forged() : new Verdict.Unreachable();
        }
        return switch (fetchOnce(keyId)) {
            case KeyDocuments.Answer.Found(RemoteKey found) -> judge(found, verifies);
            case KeyDocuments.Answer.Gone gone -> new Verdict.KeyGone();
            case KeyDocuments.Answer.NotUsable bad -> new Verdict.Forged();
            case KeyDocuments.Answer.Unreachable down -> new Verdict.Unreachable();
        };
    }

    private Verdict judge(RemoteKey found, Predicate<PublicKey> verifies) {
        if (verifies(found, verifies)) {
            return accepted(found);
        }
        kept.keep(found);
        if (rotated.size() < 1_000) {
            rotated.put(found.keyId, found);
        }
        return new Verdict.Forged();
    }

    private Verdict accepted(RemoteKey key) {
        if (key.verifiedAt == null) {
            kept.verified(key, clock.instant());
        }
        rotated.remove(key.keyId);
        limiter.forget(key.keyId);
        return new Verdict.SignedBy(key.ownerUri);
    }

    /// Requests that wait for the same key share one look-up.
    private KeyDocuments.Answer fetchOnce(String keyId) {
        CompletableFuture<KeyDocuments.Answer> mine = new CompletableFuture<>();
        CompletableFuture<KeyDocuments.Answer> first = running.putIfAbsent(keyId, mine);
        if (first != null) {
            return first.join();
        }
        try {
            KeyDocuments.Answer answer = documents.get(keyId);
            mine.complete(answer);
            return answer;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(keyId);
        }
    }

    private static boolean verifies(RemoteKey key, Predicate<PublicKey> verifies) {
        return PublicKeys.decode(key.publicKey).filter(verifies).isPresent();
    }
}
