package coop.roseash.contract.provider;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// What members allowed applications of others.
public interface Consents {
    /// Whether the member allowed all of these scopes.
    boolean covers(long memberId, String clientId, Collection<String> scopes);

    /// Adds to what was allowed before.
    void allow(long memberId, String clientId, Collection<String> scopes);

    /// The applications of others that know the member, by name; at most a hundred.
    List<Allowed> of(long memberId);

    /// Forgets the consent, and ends every token the application has of the member.
    void withdraw(long memberId, String clientId);

    /// @param since when the member allowed it, or first used it where nobody had to ask
    record Allowed(String clientId, String name, List<String> scopes, Instant since) {}
}
