package coop.roseash.service.provider;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import coop.roseash.contract.provider.Consents;
import coop.roseash.model.provider.ConsentEntity;

/// Consents in PostgreSQL.
@ApplicationScoped
@Transactional
class ConsentBook implements Consents {
    private final ConsentRepository consents;
    private final GrantRepository grants;
    private final EntityManager entities;
    private final Clock clock;

    ConsentBook(ConsentRepository consents, GrantRepository grants, EntityManager entities, Clock clock) {
        this.consents = consents;
        this.grants = grants;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public boolean covers(long memberId, String clientId, Collection<String> scopes) {
        return consents.findByIdOptional(new ConsentEntity.Key(memberId, clientId))
            .filter(consent -> Set.copyOf(consent.scopes).containsAll(scopes))
            .isPresent();
    }

    @Override
    public void allow(long memberId, String clientId, Collection<String> scopes) {
        entities.createNativeQuery("""
                INSERT INTO oauth_consents (member_id, client_id, scopes, granted_at)
                VALUES (:member, :client, :scopes, :now)
                ON CONFLICT (member_id, client_id) DO UPDATE SET granted_at = excluded.granted_at, scopes =
                    (SELECT array_agg(DISTINCT scope) FROM unnest(oauth_consents.scopes || excluded.scopes) scope)""")
            .setParameter("member", memberId)
            .setParameter("client", clientId)
            .setParameter("scopes", scopes.toArray(String[]::new))
            .setParameter("now", clock.instant())
            .executeUpdate();
    }

    /// An application that is vouched for has no consent, but is known by its living refresh tokens.
    @Override
    public List<Allowed> of(long memberId) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                SELECT c.id, c.name, array_to_string(known.scopes, ' '), known.since FROM oauth_clients c JOIN (
                    SELECT client_id, scopes, granted_at AS since FROM oauth_consents WHERE member_id = :member
                    UNION ALL
                    SELECT g.client_id, string_to_array(max(g.scope), ' '), min(g.created_at) FROM oauth_grants g
                    WHERE g.member_id = :member AND g.revoked_at IS NULL
                        AND EXISTS (SELECT FROM oauth_refresh_tokens r
                                    WHERE r.grant_id = g.id AND r.used_at IS NULL AND r.expires_at > :now)
                        AND NOT EXISTS (SELECT FROM oauth_consents o
                                        WHERE o.member_id = g.member_id AND o.client_id = g.client_id)
                    GROUP BY g.client_id) known ON known.client_id = c.id
                WHERE c.kind <> 'own' ORDER BY lower(c.name), c.id LIMIT 100""")
            .setParameter("member", memberId)
            .setParameter("now", clock.instant())
            .getResultList();
        return rows.stream()
            .map(row -> new Allowed((String) row[0], (String) row[1], List.of(((String) row[2]).split(" ")),
                    (Instant) row[3]))
            .toList();
    }

    @Override
    public void withdraw(long memberId, String clientId) {
        consents.deleteById(new ConsentEntity.Key(memberId, clientId));
        grants.revokeOf(memberId, clientId, clock.instant());
    }
}
