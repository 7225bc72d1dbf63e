package coop.roseash.infrastructure.fragment;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.subscription.Cancellable;

import coop.roseash.contract.fragment.FragmentChange;

/// Hears through Redis what changed in other processes.
@ApplicationScoped
class ChangeListener {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final ReactiveRedisDataSource redis;
    private final NearCache near;
    private Cancellable listening = () -> {
    };

    ChangeListener(ReactiveRedisDataSource redis, NearCache near) {
        this.redis = redis;
        this.near = near;
    }

    void start(@Observes StartupEvent event) {
        listening = redis.pubsub(String.class)
            .subscribe(FragmentChange.CHANNEL)
            .onSubscription()
            .invoke(near::forgetAll)
            .onCompletion()
            .failWith(() -> new IllegalStateException("The channel was closed"))
            .onFailure()
            .retry()
            .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
            .indefinitely()
            .subscribe()
            .with(message -> near.forget(FragmentChange.of(message)), failure -> {
            });
    }

    void stop(@Observes ShutdownEvent event) {
        listening.cancel();
    }
}
