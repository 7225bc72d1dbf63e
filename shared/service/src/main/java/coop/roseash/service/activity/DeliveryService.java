package coop.roseash.service.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import coop.roseash.contract.activity.Deliveries;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.activity.KnownHost;

/// Shows deliveries and hosts to those who look after the site, and changes our policy towards a host.
@ApplicationScoped
class DeliveryService implements Deliveries {
    private static final String SENT = """
            select a.id, a.type, a.actorUri, a.objectUri, a.createdAt, case when a.state = READY then false else true end,
                (select count(d) from Delivery d where d.activityId = a.id and d.deliveredAt is null),
                (select count(d) from Delivery d where d.activityId = a.id and d.deliveredAt is not null),
                (select count(x) from DeadDelivery x where x.activityId = a.id)
            from StoredActivity a where a.direction = OUT
            """;

    private final EntityManager entities;
    private final HostRepository hosts;
    private final DeliveryRepository deliveries;
    private final LocalAddresses addresses;
    private final Clock clock;

    DeliveryService(EntityManager entities, HostRepository hosts, DeliveryRepository deliveries,
            LocalAddresses addresses, Clock clock) {
        this.entities = entities;
        this.hosts = hosts;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Page<Sent> activities(PageRequest request) {
        List<Sent> rows = entities.createQuery(SENT + " order by a.id desc", Object[].class)
            .setFirstResult(request.offset())
            .setMaxResults(request.size() + 1)
            .getResultList()
            .stream()
            .map(DeliveryService::sent)
            .toList();
        return Page.of(rows, request);
    }

    @Override
    @Transactional
    public Optional<Sent> activity(long id) {
        return entities.createQuery(SENT + " and a.id = :id", Object[].class)
            .setParameter("id", id)
            .getResultStream()
            .findFirst()
            .map(DeliveryService::sent);
    }

    @Override
    @Transactional
    @SuppressWarnings("unchecked")
    public Page<Attempt> attempts(long activityId, PageRequest request) {
        List<Object[]> rows = entities.createNativeQuery("""
                SELECT inbox, CASE WHEN delivered_at IS NULL THEN 'WAITING' ELSE 'DELIVERED' END, attempts, last_error,
                    coalesce(delivered_at, created_at) AS at
                FROM ap_delivery WHERE activity_id = :id
                UNION ALL
                SELECT inbox, 'DEAD', attempts, reason, died_at FROM ap_delivery_dead WHERE activity_id = :id
                ORDER BY at, inbox
                """, Object[].class)
            .setParameter("id", activityId)
            .setFirstResult(request.offset())
            .setMaxResults(request.size() + 1)
            .getResultList();
        return Page.of(rows, request)
            .map(row -> new Attempt((String) row[0], Attempt.State.valueOf((String) row[1]), (Integer) row[2],
                    (String) row[3], (Instant) row[4]));
    }

    @Override
    @Transactional
    public Page<Host> hosts(PageRequest request) {
        List<Object[]> rows = entities.createQuery("""
                select h, (select count(d) from Delivery d where d.host = h.host and d.deliveredAt is null)
                from KnownHost h order by h.host
                """, Object[].class)
            .setFirstResult(request.offset())
            .setMaxResults(request.size() + 1)
            .getResultList();
        return Page.of(rows, request).map(row -> host((KnownHost) row[0], (Long) row[1]));
    }

    @Override
    @Transactional
    @RolesAllowed("admin")
    public boolean block(String host) {
        String authority = host.strip().toLowerCase(Locale.ROOT);
        boolean valid = authority.matches("[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::\\d{1,5})?")
                && addresses.appOfHost(authority).isEmpty();
        if (valid) {
            hosts.know(authority);
            hosts.update("policy = ?1 where host = ?2", KnownHost.Policy.BLOCKED, authority);
        }
        return valid;
    }

    @Override
    @Transactional
    @RolesAllowed("admin")
    public void unblock(String host) {
        hosts.update("policy = ?1 where host = ?2", KnownHost.Policy.OPEN, host);
        deliveries.signal();
    }

    @Override
    @Transactional
    @RolesAllowed("admin")
    public void retryNow(String host) {
        hosts.update("readyAt = ?1 where host = ?2", clock.instant(), host);
        deliveries.signal();
    }

    private static Sent sent(Object[] row) {
        return new Sent((Long) row[0], (String) row[1], (String) row[2], (String) row[3], (Instant) row[4],
                (Boolean) row[5], (Long) row[6], (Long) row[7], (Long) row[8]);
    }

    private static Host host(KnownHost host, long waiting) {
        return new Host(host.host, host.policy == KnownHost.Policy.BLOCKED, Host.State.valueOf(host.state.name()),
                host.failures, host.readyAt, host.lastSuccessAt, host.lastError, waiting);
    }
}
