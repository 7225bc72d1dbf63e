package coop.roseash.service.queue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.cart.Order;
import coop.roseash.contract.queue.QueueState;
import coop.roseash.contract.queue.Queues;

/// Counts with one statement that reads indexes only, and keeps the answer for a few seconds, for several watchers ask
/// at once.
@ApplicationScoped
class QueueReader implements Queues {
    private static final Duration MEMORY = Duration.ofSeconds(5);
    private static final int PATIENCE_SECONDS = 3;
    private static final String QUEUES = """
            SELECT 'OUTBOX',
                (SELECT count(*) FROM outbox WHERE done_at IS NULL AND dead_at IS NULL),
                (SELECT min(run_at) FROM outbox WHERE done_at IS NULL AND dead_at IS NULL),
                (SELECT count(*) FROM outbox WHERE dead_at IS NOT NULL)
            UNION ALL SELECT 'ACTIVITIES',
                (SELECT count(*) FROM ap_activities WHERE state = 'READY'),
                (SELECT min(run_at) FROM ap_activities WHERE state = 'READY'),
                (SELECT count(*) FROM ap_activities WHERE state = 'DEAD')
            UNION ALL SELECT 'DELIVERIES',
                (SELECT count(*) FROM ap_delivery WHERE delivered_at IS NULL),
                (SELECT min(d.created_at) FROM ap_delivery d JOIN ap_host h ON h.host = d.host
                 WHERE d.delivered_at IS NULL AND h.state = 'ALIVE' AND h.policy = 'OPEN'),
                (SELECT count(*) FROM ap_delivery_dead WHERE died_at > now() - interval '1 day')
            UNION ALL SELECT 'PAYMENTS',
                (SELECT count(*) FROM payment_attempts WHERE state IN ('NEW', 'OPEN')),
                (SELECT min(due_at) FROM payment_attempts WHERE due_at IS NOT NULL), 0
            UNION ALL SELECT 'REFUNDS',
                (SELECT count(*) FROM payment_refunds WHERE state <> 'DONE'),
                (SELECT min(due_at) FROM payment_refunds WHERE due_at IS NOT NULL), 0
            UNION ALL SELECT 'NEWSLETTERS',
                (SELECT count(*) FROM newsletter_deliveries WHERE state = 'WAITING'), NULL, 0
            """;
    private static final String ORDERS = """
            SELECT to_state, count(*) FROM order_events WHERE at > now() - interval '1 hour' GROUP BY to_state
            """;

    private final DataSource database;
    private final Clock clock;
    private @Nullable Answer answer;

    private record Answer(Map<Name, QueueState> queues, Map<Order.State, Long> orders, Instant until) {}

    QueueReader(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Map<Name, QueueState> queues() {
        return current().queues();
    }

    @Override
    public Map<Order.State, Long> ordersOfTheLastHour() {
        return current().orders();
    }

    private synchronized Answer current() {
        Instant now = clock.instant();
        Answer kept = answer;
        if (kept == null || now.isAfter(kept.until())) {
            kept = read(now);
            answer = kept;
        }
        return kept;
    }

    private Answer read(Instant now) {
        Map<Name, QueueState> queues = new EnumMap<>(Name.class);
        Map<Order.State, Long> orders = new EnumMap<>(Order.State.class);
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            try (ResultSet rows = statement.executeQuery(QUEUES)) {
                while (rows.next()) {
                    queues.put(Name.valueOf(rows.getString(1)),
                            new QueueState(rows.getLong(2), late(rows, now), rows.getLong(4)));
                }
            }
            try (ResultSet rows = statement.executeQuery(ORDERS)) {
                while (rows.next()) {
                    orders.put(Order.State.valueOf(rows.getString(1)), rows.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The queues cannot be counted", e);
        }
        return new Answer(Map.copyOf(queues), Map.copyOf(orders), now.plus(MEMORY));
    }

    private static Duration late(ResultSet rows, Instant now) throws SQLException {
        java.sql.@Nullable Timestamp due = rows.getTimestamp(3);
        return due == null || due.toInstant().isAfter(now) ? Duration.ZERO : Duration.between(due.toInstant(), now);
    }
}
