package coop.roseash.service.activity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;

import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.StoredActivity;
import coop.roseash.service.activity.IncomingHandler.Incoming;
import coop.roseash.service.activity.json.Document;

/// Applies one activity: what must be read elsewhere first, then all effects and `done` in one transaction.
@Singleton
class ActivityEffects {
    private final List<IncomingHandler> handlers;
    private final FanOut fanOut;
    private final RemoteActors actors;
    private final ActivityRepository activities;
    private final Clock clock;

    ActivityEffects(@All List<IncomingHandler> handlers, FanOut fanOut, RemoteActors actors,
            ActivityRepository activities, Clock clock) {
        this.handlers = handlers;
        this.fanOut = fanOut;
        this.actors = actors;
        this.activities = activities;
        this.clock = clock;
    }

    void apply(StoredActivity activity) {
        switch (activity.direction) {
            case OUT -> commit(activity, () -> fanOut.apply(activity));
            case IN -> {
                Optional<Incoming> incoming = incoming(activity);
                incoming.ifPresent(this::prepare);
                commit(activity, () -> incoming.ifPresent(this::handle));
            }
        }
    }

    /// Empty when the actor has vanished since: nothing can be done for nobody.
    private Optional<Incoming> incoming(StoredActivity activity) {
        Document document = Document.parse(activity.body);
        Optional<KnownActor> actor = actors.resolve(activity.actorUri);
        return actor.map(known -> new Incoming(document, known));
    }

    private void prepare(Incoming incoming) {
        of(incoming).forEach(handler -> handler.prepare(incoming));
    }

    private void handle(Incoming incoming) {
        of(incoming).forEach(handler -> handler.apply(incoming));
    }

    private List<IncomingHandler> of(Incoming incoming) {
        return handlers.stream().filter(each -> each.types().contains(incoming.activity().type())).toList();
    }

    private void commit(StoredActivity activity, Runnable effects) {
        QuarkusTransaction.requiringNew().run(() -> activities.lockReady(activity.id).ifPresent(row -> {
            effects.run();
            row.state = StoredActivity.State.DONE;
            row.doneAt = clock.instant();
            row.leasedUntil = null;
            row.lastError = null;
        }));
    }
}
