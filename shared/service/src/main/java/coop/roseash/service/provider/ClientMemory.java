package coop.roseash.service.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.provider.Client;
import coop.roseash.service.signal.DatabaseSignals;

/// Clients that were looked up a moment ago; every replica forgets them when one is changed anywhere.
@ApplicationScoped
class ClientMemory {
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST = 1_000;

    private final Map<String, Remembered> known = new ConcurrentHashMap<>();
    private final ClientRepository clients;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;

    ClientMemory(ClientRepository clients, TransactionSynchronizationRegistry transaction, DatabaseSignals signals,
            Clock clock) {
        this.clients = clients;
        this.transaction = transaction;
        this.clock = clock;
        signals.listen(ClientRepository.CHANNEL, known::clear);
    }

    /// @param secretHash null where the client keeps no secret
    record Remembered(Client client, @Nullable String secretHash, Instant until) {}

    /// The client as it is remembered; empty where it must be looked up.
    Optional<Remembered> find(String id) {
        return Optional.ofNullable(known.get(id)).filter(found -> found.until().isAfter(clock.instant()));
    }

    Remembered keep(Client client, @Nullable String secretHash) {
        Remembered remembered = new Remembered(client, secretHash, clock.instant().plus(KEPT));
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(client.id(), remembered);
        return remembered;
    }

    /// Call in the transaction that changes a client.
    void forgetAll() {
        clients.announce();
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    known.clear();
                }
            }
        });
    }
}
