package coop.roseash.contract.provider;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// The register of applications, for those who run the site.
public interface Registrations {
    /// All of them, our own first, then the newest.
    Page<Registration> list(PageRequest request);

    Optional<Registration> byId(String id);

    /// Enters an application, or changes one of others under the same id, and gives it a new secret.
    Outcome register(Client client);

    /// Changes name, addresses, scopes and kind of an application of others; its secret stays.
    Outcome change(Client client);

    /// A new secret, from now on the only one; empty for our own apps, and where none is kept.
    Optional<String> newSecret(String id);

    /// Stops an application of others and every token it has, or lets it back.
    void disable(String id, boolean disabled);

    record Registration(Client client, Instant since, boolean disabled) {}

    sealed interface Outcome {
        /// @param secret told this once; null where there is none, or it stays
        record Saved(Client client, @Nullable String secret) implements Outcome {}

        /// @param problems what is wrong, by field: `id`, `name`, `redirect`, `postLogout`, `backchannel`, `scopes`
        record Invalid(Map<String, String> problems) implements Outcome {}
    }
}
