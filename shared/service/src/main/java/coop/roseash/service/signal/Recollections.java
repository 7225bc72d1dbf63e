package coop.roseash.service.signal;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

/// Makes [Recollection]s, each with a channel of its own.
@ApplicationScoped
public class Recollections {
    final EntityManager database;
    final TransactionSynchronizationRegistry transaction;
    final Clock clock;
    private final DatabaseSignals signals;

    Recollections(EntityManager database, TransactionSynchronizationRegistry transaction, DatabaseSignals signals,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.signals = signals;
        this.clock = clock;
    }

    /// @param channel the notification channel, a plain lower-case identifier that nothing else listens on
    /// @param kept how long a row is remembered
    /// @param most how many are remembered at once
    public <K, V> Recollection<K, V> on(String channel, Duration kept, int most) {
        Recollection<K, V> made = new Recollection<>(this, channel, kept, most);
        signals.listen(channel, made::clear);
        return made;
    }
}
