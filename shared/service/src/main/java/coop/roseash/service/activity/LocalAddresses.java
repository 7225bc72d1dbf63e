package coop.roseash.service.activity;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

import jakarta.inject.Singleton;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.service.activity.json.Document;

/// The addresses of our actors, objects and activities; made from names and numbers, never looked up.
@Singleton
class LocalAddresses {
    static final String INSTANCE_ACTOR = "rose-ash";
    private static final String ACTORS = "/ap/actors/";

    private final Addresses addresses;

    LocalAddresses(Addresses addresses) {
        this.addresses = addresses;
    }

    /// Where an actor of ours is: an app's host and the name on it.
    record Place(AppName app, String handle) {}

    AppName self() {
        return addresses.self();
    }

    String actor(AppName app, String handle) {
        return addresses.origin(app) + ACTORS + handle;
    }

    String actorPage(AppName app, String handle) {
        return addresses.origin(app) + "/@" + handle;
    }

    String object(AppName app, long id) {
        return addresses.origin(app) + "/ap/objects/" + id;
    }

    String activity(AppName app, long id) {
        return addresses.origin(app) + "/ap/activities/" + id;
    }

    String sharedInbox(AppName app) {
        return addresses.origin(app) + "/ap/inbox";
    }

    /// A note's page on our own site, also for notes of others.
    String notePage(long id) {
        return addresses.origin(AppName.FEDERATION) + "/notes/" + id;
    }

    URI profile(String name) {
        return addresses.page(AppName.FEDERATION, "/@" + name);
    }

    /// The authority behind the `@` of this app's actors.
    String host(AppName app) {
        return Document.authority(addresses.origin(app));
    }

    Optional<AppName> appOfHost(String host) {
        return Arrays.stream(AppName.values()).filter(app -> host(app).equalsIgnoreCase(host)).findFirst();
    }

    boolean isLocal(String address) {
        return appOfHost(Document.authority(address)).isPresent();
    }

    /// Reads an actor's id, or its profile page, back.
    Optional<Place> actorAt(String address) {
        for (AppName app : AppName.values()) {
            String origin = addresses.origin(app);
            for (String prefix : new String[]{origin + ACTORS, origin + "/@"}) {
                String handle = address.startsWith(prefix) ? address.substring(prefix.length()) : "";
                if (handle.matches("[A-Za-z0-9_.-]{1,64}")) {
                    return Optional.of(new Place(app, handle));
                }
            }
        }
        return Optional.empty();
    }
}
