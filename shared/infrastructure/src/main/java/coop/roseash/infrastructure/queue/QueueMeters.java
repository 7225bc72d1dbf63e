package coop.roseash.infrastructure.queue;

import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import coop.roseash.contract.cart.Order;
import coop.roseash.contract.queue.QueueState;
import coop.roseash.contract.queue.Queues;

/// The queues and the last hour's orders as gauges. All apps share one database, so every app tells the same; a
/// dashboard takes the largest.
@ApplicationScoped
class QueueMeters {
    private static final double MILLISECONDS = 1_000;

    private final Queues queues;
    private final MeterRegistry registry;

    QueueMeters(Queues queues, MeterRegistry registry) {
        this.queues = queues;
        this.registry = registry;
    }

    void register(@Observes StartupEvent start) {
        for (Queues.Name name : Queues.Name.values()) {
            gauge(name, "queue.waiting", "what is not done yet", QueueState::waiting);
            gauge(name, "queue.late.seconds", "how long the longest due has waited",
                    state -> state.late().toMillis() / MILLISECONDS);
            gauge(name, "queue.aside", "what was given up and waits for a person", QueueState::aside);
        }
        for (Order.State state : Order.State.values()) {
            Gauge
                .builder("orders.last.hour", queues,
                        all -> counted(() -> all.ordersOfTheLastHour().getOrDefault(state, 0L)))
                .description("orders that came into a state within the last hour")
                .tag("state", state.name().toLowerCase(Locale.ROOT))
                .register(registry);
        }
    }

    private void gauge(Queues.Name name, String meter, String meaning, ToDoubleFunction<QueueState> value) {
        Gauge.builder(meter, queues,
                all -> counted(() -> value.applyAsDouble(all.queues().getOrDefault(name, QueueState.EMPTY))))
            .description(meaning)
            .tag("queue", name.id())
            .register(registry);
    }

    /// Unknown while the database is away, which the health check tells.
    private static double counted(DoubleSupplier count) {
        try {
            return count.getAsDouble();
        } catch (IllegalStateException databaseAway) {
            return Double.NaN;
        }
    }
}
