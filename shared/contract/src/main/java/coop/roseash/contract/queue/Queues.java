package coop.roseash.contract.queue;

import java.util.Locale;
import java.util.Map;

import coop.roseash.contract.cart.Order;

/// Looks into the queues of all domains.
public interface Queues {
    /// The platform's queues: messages between domains, social activities, their deliveries to other servers (set aside
    /// counts the last day's), payments, refunds, and newsletters.
    enum Name {
        OUTBOX, ACTIVITIES, DELIVERIES, PAYMENTS, REFUNDS, NEWSLETTERS;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Every queue, a few seconds old at most.
    ///
    /// @throws IllegalStateException when the database does not answer
    Map<Name, QueueState> queues();

    /// How many orders came into each state within the last hour, a few seconds old at most.
    ///
    /// @throws IllegalStateException when the database does not answer
    Map<Order.State, Long> ordersOfTheLastHour();
}
