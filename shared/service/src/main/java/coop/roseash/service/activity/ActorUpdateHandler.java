package coop.roseash.service.activity;

import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import coop.roseash.service.activity.json.Document;

/// An actor of another server changed its name or its words about itself.
@Singleton
class ActorUpdateHandler implements IncomingHandler {
    private final RemoteActors actors;

    ActorUpdateHandler(RemoteActors actors) {
        this.actors = actors;
    }

    @Override
    public Set<String> types() {
        return Set.of("Update");
    }

    @Override
    public void apply(Incoming incoming) {
        Optional<Document> itself = incoming.activity()
            .object("object")
            .filter(object -> object.id().equals(Optional.of(incoming.actor().uri)));
        itself.ifPresent(actors::save);
    }
}
