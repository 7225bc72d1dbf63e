package coop.roseash.service.activity;

import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import coop.roseash.contract.app.Addresses;
import coop.roseash.model.activity.KnownActor;

/// WebFinger (RFC 7033), host-meta (RFC 6415) and NodeInfo 2.1 of this app's host.
@Singleton
class DiscoveryDocuments {
    private final LocalActors local;
    private final LocalAddresses addresses;
    private final Addresses origins;
    private final ObjectRepository objects;

    DiscoveryDocuments(LocalActors local, LocalAddresses addresses, Addresses origins, ObjectRepository objects) {
        this.local = local;
        this.addresses = addresses;
        this.origins = origins;
        this.objects = objects;
    }

    Optional<String> webFinger(String resource) {
        return actor(resource).filter(actor -> actor.host.equals(addresses.host(addresses.self())))
            .map(DiscoveryDocuments::finger);
    }

    String hostMeta() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
                  <Link rel="lrdd" type="application/jrd+json" template="%s/.well-known/webfinger?resource={uri}"/>
                </XRD>
                """.formatted(origins.origin(origins.self()));
    }

    String nodeInfo() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", "2.1");
        json.putObject("software").put("name", "rose-ash").put("version", "1.0.0");
        json.putArray("protocols").add("activitypub");
        json.putObject("services").putArray("inbound");
        json.withObject("services").putArray("outbound").add("rss2.0");
        json.put("openRegistrations", false);
        ObjectNode usage = json.putObject("usage");
        usage.putObject("users");
        usage.put("localPosts", objects.count("app is not null and deletedAt is null and visibility = 'PUBLIC'"));
        json.putObject("metadata").put("nodeName", "Rose Ash " + origins.self().id());
        return json.toString();
    }

    private Optional<KnownActor> actor(String resource) {
        if (!resource.startsWith("acct:")) {
            return local.at(resource);
        }
        String address = resource.substring("acct:".length());
        int at = address.lastIndexOf('@');
        boolean ours = at > 0 && address.substring(at + 1).equalsIgnoreCase(addresses.host(addresses.self()));
        return ours ? local.named(addresses.self(), address.substring(0, at)) : Optional.empty();
    }

    private static String finger(KnownActor actor) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("subject", "acct:" + actor.handle + "@" + actor.host);
        json.putArray("aliases").add(actor.uri).add(actor.page);
        var links = json.putArray("links");
        links.addObject().put("rel", "self").put("type", Vocabulary.MEDIA_TYPE).put("href", actor.uri);
        links.addObject()
            .put("rel", "http://webfinger.net/rel/profile-page")
            .put("type", "text/html")
            .put("href", actor.page);
        return json.toString();
    }
}
