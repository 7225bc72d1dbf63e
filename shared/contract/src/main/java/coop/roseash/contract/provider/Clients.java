package coop.roseash.contract.provider;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// The applications that federation knows, as the protocol needs them; a disabled one is unknown here.
public interface Clients {
    Optional<Client> byId(String id);

    /// The client if this is its secret; never a client that keeps none.
    Optional<Client> authenticate(String id, String secret);

    /// Makes the client known, or changes it, without a second look at it. Only a hash of the secret is kept.
    ///
    /// @param secret null for a client that keeps none
    void save(Client client, @Nullable String secret);
}
