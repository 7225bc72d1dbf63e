package coop.roseash.service.provider;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Clients;
import coop.roseash.service.provider.ClientMemory.Remembered;

/// Clients in PostgreSQL, and in memory for a moment.
@ApplicationScoped
class ClientRegister implements Clients {
    private final ClientReader reader;
    private final ClientMemory memory;
    private final EntityManager entities;
    private final Clock clock;

    ClientRegister(ClientReader reader, ClientMemory memory, EntityManager entities, Clock clock) {
        this.reader = reader;
        this.memory = memory;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public Optional<Client> byId(String id) {
        return find(id).map(Remembered::client);
    }

    @Override
    public Optional<Client> authenticate(String id, String secret) {
        return find(id).filter(found -> found.secretHash() != null && Hash.matches(found.secretHash(), secret))
            .map(Remembered::client);
    }

    private Optional<Remembered> find(String id) {
        if (!RegistrationDesk.ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return memory.clients().find(id).or(() -> reader.read(id));
    }

    @Transactional
    @Override
    public void save(Client client, @Nullable String secret) {
        entities.createNativeQuery("""
                INSERT INTO oauth_clients (id, name, kind, secret_hash, redirect_uris, post_logout_uris,
                                           backchannel_uri, scopes, id_token_alg, created_at)
                VALUES (:id, :name, :kind, :secret, :redirects, :logouts, :backchannel, :scopes, :algorithm, :now)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
                    secret_hash = excluded.secret_hash, redirect_uris = excluded.redirect_uris,
                    post_logout_uris = excluded.post_logout_uris, backchannel_uri = excluded.backchannel_uri,
                    scopes = excluded.scopes, id_token_alg = excluded.id_token_alg""")
            .setParameter("id", client.id())
            .setParameter("name", client.name())
            .setParameter("kind", client.kind().name().toLowerCase(Locale.ROOT))
            .setParameter("secret", secret == null ? null : Hash.of(secret))
            .setParameter("redirects", client.addresses().redirect().toArray(String[]::new))
            .setParameter("logouts", client.addresses().postLogout().toArray(String[]::new))
            .setParameter("backchannel", client.addresses().backchannel())
            .setParameter("scopes", client.scopes().toArray(String[]::new))
            .setParameter("algorithm", client.idTokenAlgorithm())
            .setParameter("now", clock.instant())
            .executeUpdate();
        memory.clients().changed();
    }
}
