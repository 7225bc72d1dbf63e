package coop.roseash.service.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.cart.Order;
import coop.roseash.contract.queue.QueueState;
import coop.roseash.contract.queue.Queues;
import coop.roseash.contract.queue.Queues.Name;
import coop.roseash.testing.EmbeddedServices;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class QueueReaderTest {
    @Inject
    DataSource database;
    @Inject
    EntityManager entities;

    @Test
    void countsWhatWaitsAndWhatWasSetAside() {
        Map<Name, QueueState> before = queues();
        assertThat(before.keySet()).containsExactlyInAnyOrder(Name.values());
        run("""
                INSERT INTO outbox (topic, message_key, json, run_at, dead_at) VALUES
                    ('nobody', 'late', '{}', now() - interval '1 hour', NULL),
                    ('nobody', 'later', '{}', now() + interval '1 hour', NULL),
                    ('nobody', 'dead', '{}', now() - interval '2 hours', now())""");
        QueueState after = queues().get(Name.OUTBOX);
        run("DELETE FROM outbox WHERE topic = 'nobody'");
        assertThat(after.waiting() - before.get(Name.OUTBOX).waiting()).isEqualTo(2);
        assertThat(after.aside() - before.get(Name.OUTBOX).aside()).isEqualTo(1);
        assertThat(after.late()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void nothingIsLateBeforeItsTime() {
        run("INSERT INTO outbox (topic, message_key, json, run_at) VALUES ('nobody', 'soon', '{}', now() + interval '1 hour')");
        Queues early = new QueueReader(database, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        assertThat(early.queues().get(Name.OUTBOX).late()).isZero();
        run("DELETE FROM outbox WHERE topic = 'nobody'");
    }

    @Test
    void countsTheOrdersOfTheLastHour() {
        long before = unfulfillable();
        run("""
                WITH placed AS (
                    INSERT INTO orders (number, secret, basket_key, placement_key, placement_hash, email, buyer_name, state,
                        currency, total_minor, reservation_id, placed_at, expires_at)
                    VALUES ('watched', 'watched', 'watched', 'watched', '', 'a@b.example', 'A', 'PAID', 'GBP', 1, 1, now(), now())
                    RETURNING id)
                INSERT INTO order_events (order_id, to_state, cause, at) SELECT id, 'UNFULFILLABLE', 'test', at
                FROM placed, (VALUES (now()), (now() - interval '2 hours')) moments (at)""");
        long after = unfulfillable();
        run("DELETE FROM order_events WHERE order_id = (SELECT id FROM orders WHERE number = 'watched')");
        run("DELETE FROM orders WHERE number = 'watched'");
        assertThat(after - before).isEqualTo(1);
    }

    private long unfulfillable() {
        return new QueueReader(database, Clock.systemUTC()).ordersOfTheLastHour()
            .getOrDefault(Order.State.UNFULFILLABLE, 0L);
    }

    private Map<Name, QueueState> queues() {
        return new QueueReader(database, Clock.systemUTC()).queues();
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(sql).executeUpdate());
    }
}
