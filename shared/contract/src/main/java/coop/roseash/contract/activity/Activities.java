package coop.roseash.contract.activity;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.app.AppName;

/// What an app says to its followers: written in the caller's transaction, delivered after it (ActivityPub).
public interface Activities {
    /// Announces a public object; the same `id` and `change` is said once.
    void announce(Change change, PublicObject object);

    enum Change {
        CREATE, UPDATE, DELETE
    }

    /// @param type ActivityStreams type: `Article`, `Event`, `Note`
    /// @param entity the domain's own key, for example `post/42`, stable for the object's life
    /// @param page its HTML page, absolute
    /// @param memberId whose it is; null where the app itself speaks
    /// @param properties further ActivityStreams properties with JSON values, for example startTime
    record PublicObject(AppName app, String type, String entity, URI page, String name, String summary, String html,
            Instant published, @Nullable Long memberId, Map<String, Object> properties) {
        public PublicObject {
            properties = Map.copyOf(properties);
        }
    }
}
