package coop.roseash.service.provider;

import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.provider.Client;
import coop.roseash.model.provider.ClientEntity;
import coop.roseash.service.provider.ClientMemory.Remembered;

/// Looks a client up in PostgreSQL and remembers it.
@ApplicationScoped
class ClientReader {
    private final ClientRepository clients;
    private final ClientMemory memory;

    ClientReader(ClientRepository clients, ClientMemory memory) {
        this.clients = clients;
        this.memory = memory;
    }

    @Transactional
    Optional<Remembered> read(String id) {
        long moment = memory.clients().moment();
        Optional<Remembered> found = clients.enabled(id)
            .map(entity -> new Remembered(client(entity), entity.secretHash));
        found.ifPresent(client -> memory.clients().keep(id, client, moment));
        return found;
    }

    static Client client(ClientEntity entity) {
        return new Client(entity.id, entity.name, Client.Kind.valueOf(entity.kind.toUpperCase(Locale.ROOT)),
                new Client.Addresses(entity.redirectUris, entity.postLogoutUris, entity.backchannelUri),
                entity.scopes, entity.idTokenAlgorithm);
    }
}
