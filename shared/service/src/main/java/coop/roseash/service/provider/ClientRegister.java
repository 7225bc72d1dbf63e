package coop.roseash.service.provider;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Clients;
import coop.roseash.model.provider.ClientEntity;

/// Clients in PostgreSQL.
@ApplicationScoped
@Transactional
class ClientRegister implements Clients {
    private final ClientRepository clients;
    private final EntityManager entities;
    private final Clock clock;

    ClientRegister(ClientRepository clients, EntityManager entities, Clock clock) {
        this.clients = clients;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public Optional<Client> byId(String id) {
        return clients.findByIdOptional(id).map(ClientRegister::client);
    }

    @Override
    public Optional<Client> authenticate(String id, String secret) {
        return clients.findByIdOptional(id)
            .filter(found -> Hash.matches(found.secretHash, secret))
            .map(ClientRegister::client);
    }

    @Override
    public void save(Client client, String secret) {
        entities.createNativeQuery("""
                INSERT INTO oauth_clients (id, name, secret_hash, own, redirect_uris, post_logout_uris,
                                           backchannel_uri, id_token_alg, created_at)
                VALUES (:id, :name, :secret, :own, :redirects, :logouts, :backchannel, :algorithm, :now)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, secret_hash = excluded.secret_hash,
                    own = excluded.own, redirect_uris = excluded.redirect_uris,
                    post_logout_uris = excluded.post_logout_uris, backchannel_uri = excluded.backchannel_uri,
                    id_token_alg = excluded.id_token_alg""")
            .setParameter("id", client.id())
            .setParameter("name", client.name())
            .setParameter("secret", Hash.of(secret))
            .setParameter("own", client.own())
            .setParameter("redirects", client.redirectUris().toArray(String[]::new))
            .setParameter("logouts", client.postLogoutUris().toArray(String[]::new))
            .setParameter("backchannel", client.backchannelUri())
            .setParameter("algorithm", client.idTokenAlgorithm())
            .setParameter("now", clock.instant())
            .executeUpdate();
    }

    private static Client client(ClientEntity entity) {
        return new Client(entity.id, entity.name, entity.own, entity.redirectUris, entity.postLogoutUris,
                entity.backchannelUri, entity.idTokenAlgorithm);
    }
}
