package coop.roseash.service.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/// Rows that were looked up a moment ago, since every page asks for them; all processes forget them when one changes
/// anywhere.
public final class Recollection<K, V> {
    private final Map<K, Remembered<V>> known = new ConcurrentHashMap<>();
    private final Recollections shared;
    private final String channel;
    private final Duration kept;
    private final int most;
    private volatile long changes;

    private record Remembered<V>(V row, Instant until) {}

    Recollection(Recollections shared, String channel, Duration kept, int most) {
        this.shared = shared;
        this.channel = channel;
        this.kept = kept;
        this.most = most;
    }

    /// The row as it is remembered; empty where it must be looked up.
    public Optional<V> find(K key) {
        return Optional.ofNullable(known.get(key))
            .filter(found -> found.until().isAfter(shared.clock.instant()))
            .map(Remembered::row);
    }

    /// Ask before looking a row up: a change meanwhile makes the result one not to keep.
    public long moment() {
        return changes;
    }

    /// Remembers a row whose look-up began at that moment.
    public synchronized void keep(K key, V row, long moment) {
        if (moment != changes) {
            return;
        }
        if (known.size() >= most) {
            known.clear();
        }
        known.put(key, new Remembered<>(row, shared.clock.instant().plus(kept)));
    }

    /// Call in the transaction that changes a row; all is forgotten everywhere when it commits.
    public void changed() {
        shared.database.createNativeQuery("SELECT CAST(pg_notify('" + channel + "', '') AS TEXT)").getSingleResult();
        shared.transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    clear();
                }
            }
        });
    }

    synchronized void clear() {
        changes++;
        known.clear();
    }
}
