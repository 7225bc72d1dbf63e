package coop.roseash.service.provider;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.provider.Client;
import coop.roseash.service.signal.Recollection;
import coop.roseash.service.signal.Recollections;

/// The clients that were looked up a moment ago, by their ids.
@ApplicationScoped
class ClientMemory {
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST = 1_000;

    private final Recollection<String, Remembered> clients;

    ClientMemory(Recollections recollections) {
        this.clients = recollections.on("oauth_clients", KEPT, MOST);
    }

    /// @param secretHash null where the client keeps no secret
    record Remembered(Client client, @Nullable String secretHash) {}

    Recollection<String, Remembered> clients() {
        return clients;
    }
}
