package coop.roseash.service.activity;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.LocalKeyPair.Algorithm;
import coop.roseash.service.activity.signature.PublicKeys;

/// Writes our actors as documents, with both public keys (`#main-key`, and `#ed25519-key` as FEP-521a wants it).
@Singleton
class ActorWriter {
    private final SiteKeys keys;

    ActorWriter(SiteKeys keys) {
        this.keys = keys;
    }

    ObjectNode write(KnownActor actor) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("@context", context());
        json.put("id", actor.uri).put("type", actor.type).put("preferredUsername", actor.handle);
        json.put("name", actor.name).put("summary", actor.summary).put("url", actor.page);
        json.put("inbox", actor.inbox).put("outbox", actor.uri + "/outbox");
        json.put("followers", actor.followers).put("following", actor.uri + "/following");
        json.put("manuallyApprovesFollowers", false).put("discoverable", !"Application".equals(actor.type));
        json.putObject("endpoints").put("sharedInbox", actor.sharedInbox);
        json.putObject("publicKey")
            .put("id", actor.uri + "#main-key")
            .put("owner", actor.uri)
            .put("publicKeyPem", PublicKeys.toPem(keys.publicKey(Algorithm.RSA)));
        json.putArray("assertionMethod")
            .addObject()
            .put("id", actor.uri + "#ed25519-key")
            .put("type", "Multikey")
            .put("controller", actor.uri)
            .put("publicKeyMultibase", PublicKeys.toMultibase(keys.publicKey(Algorithm.ED25519)));
        return json;
    }

    private static ArrayNode context() {
        ArrayNode context = JsonNodeFactory.instance.arrayNode();
        context.add(Vocabulary.CONTEXT)
            .add("https://w3id.org/security/v1")
            .add("https://w3id.org/security/multikey/v1");
        ObjectNode terms = context.addObject();
        terms.put("toot", "http://joinmastodon.org/ns#")
            .put("manuallyApprovesFollowers", "as:manuallyApprovesFollowers")
            .put("discoverable", "toot:discoverable");
        terms.putObject("assertionMethod")
            .put("@id", "https://w3id.org/security#assertionMethod")
            .put("@type", "@id")
            .put("@container", "@set");
        return context;
    }
}
