package coop.roseash.service.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import coop.roseash.contract.app.AppName;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.StoredActivity;

/// Writes an outgoing activity in the caller's transaction; the processor fans it out after the commit.
@ApplicationScoped
class OutgoingActivities {
    private final ActivityRepository activities;
    private final LocalAddresses addresses;
    private final Clock clock;

    OutgoingActivities(ActivityRepository activities, LocalAddresses addresses, Clock clock) {
        this.activities = activities;
        this.addresses = addresses;
        this.clock = clock;
    }

    /// What to say.
    ///
    /// @param object an id, or a whole object
    /// @param objectUri deliveries about the same object keep their order
    record Saying(String type, JsonNode object, String objectUri, Addressing addressing) {
        static Saying about(String type, String objectUri, Addressing addressing) {
            return new Saying(type, JsonNodeFactory.instance.textNode(objectUri), objectUri, addressing);
        }
    }

    /// @return the activity's id
    String say(KnownActor actor, Saying saying) {
        return say(actor, saying, clock.instant());
    }

    String say(KnownActor actor, Saying saying, Instant published) {
        long id = activities.nextId();
        StoredActivity activity = new StoredActivity();
        activity.id = id;
        activity.direction = StoredActivity.Direction.OUT;
        activity.uri = addresses.activity(AppName.of(Objects.requireNonNull(actor.app)), id);
        activity.actorUri = actor.uri;
        activity.type = saying.type();
        activity.objectUri = saying.objectUri();
        activity.visibility = saying.addressing().visibility(actor.followers).name();
        activity.body = body(activity, saying, published).toString();
        activity.via = addresses.self().id();
        activity.state = StoredActivity.State.READY;
        activity.createdAt = clock.instant();
        activity.runAt = activity.createdAt;
        activities.persist(activity);
        activities.signal();
        return activity.uri;
    }

    private static ObjectNode body(StoredActivity activity, Saying saying, Instant published) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("@context", ObjectContext.of(saying.object()));
        body.put("id", activity.uri).put("type", activity.type).put("actor", activity.actorUri);
        body.put("published", published.toString());
        saying.addressing().to().forEach(body.withArray("to")::add);
        saying.addressing().cc().forEach(body.withArray("cc")::add);
        JsonNode object = saying.object().deepCopy();
        if (object instanceof ObjectNode embedded) {
            embedded.remove("@context");
        }
        body.set("object", object);
        return body;
    }
}
