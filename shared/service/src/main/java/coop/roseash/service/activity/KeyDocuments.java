package coop.roseash.service.activity;

import java.security.PublicKey;
import java.time.Clock;
import java.util.Optional;

import jakarta.inject.Singleton;

import coop.roseash.model.activity.RemoteKey;
import coop.roseash.service.activity.json.Document;
import coop.roseash.service.activity.signature.PublicKeys;

/// Reads a key from its owner's document: only a key that the owner's own document names is the owner's.
@Singleton
class KeyDocuments {
    private final RemoteDocuments documents;
    private final RemoteActors actors;
    private final Clock clock;

    KeyDocuments(RemoteDocuments documents, RemoteActors actors, Clock clock) {
        this.documents = documents;
        this.actors = actors;
        this.clock = clock;
    }

    sealed interface Answer {
        record Found(RemoteKey key) implements Answer {}

        record Gone() implements Answer {}

        record NotUsable() implements Answer {}

        record Unreachable() implements Answer {}
    }

    Answer get(String keyId) {
        return switch (documents.get(keyId)) {
            case RemoteDocuments.Answer.Found(Document document) -> read(keyId, document);
            case RemoteDocuments.Answer.Gone gone -> new Answer.Gone();
            case RemoteDocuments.Answer.NotUsable bad -> new Answer.NotUsable();
            case RemoteDocuments.Answer.Unreachable down -> new Answer.Unreachable();
        };
    }

    private Answer read(String keyId, Document document) {
        if (document.is(Vocabulary.ACTOR_TYPES)) {
            return ofOwner(keyId, document);
        }
        Optional<String> owner = document.reference("owner").or(() -> document.reference("controller"));
        return owner.isPresent() && documents.get(owner.get()) instanceof RemoteDocuments.Answer.Found(Document actor)
                ? ofOwner(keyId, actor)
                : new Answer.NotUsable();
    }

    private Answer ofOwner(String keyId, Document actor) {
        String uri = actor.id().orElse("");
        Optional<RemoteKey> key = actor.objects("publicKey")
            .stream()
            .filter(each -> each.id().equals(Optional.of(keyId)))
            .filter(each -> each.reference("owner").orElse(uri).equals(uri))
            .findFirst()
            .flatMap(each -> PublicKeys.fromPem(each.text("publicKeyPem")))
            .map(publicKey -> key(keyId, uri, publicKey));
        if (key.isEmpty() || actors.save(actor).isEmpty()) {
            return new Answer.NotUsable();
        }
        return new Answer.Found(key.get());
    }

    private RemoteKey key(String keyId, String owner, PublicKey publicKey) {
        RemoteKey key = new RemoteKey();
        key.keyId = keyId;
        key.ownerUri = owner;
        key.publicKey = publicKey.getEncoded();
        key.algorithm = publicKey.getAlgorithm();
        key.fetchedAt = clock.instant();
        return key;
    }
}
