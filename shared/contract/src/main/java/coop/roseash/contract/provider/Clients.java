package coop.roseash.contract.provider;

import java.util.Optional;

/// The applications that federation knows.
public interface Clients {
    Optional<Client> byId(String id);

    /// The client if this is its secret.
    Optional<Client> authenticate(String id, String secret);

    /// Makes the client known, or changes it. Only a hash of the secret is kept.
    void save(Client client, String secret);
}
