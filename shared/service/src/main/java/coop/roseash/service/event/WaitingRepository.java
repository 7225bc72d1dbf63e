package coop.roseash.service.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.event.WaitingLists.Place.State;
import coop.roseash.model.event.WaitingRow;

/// Who waits, in the order they came.
@ApplicationScoped
class WaitingRepository implements PanacheRepository<WaitingRow> {
    /// The first who waits, kept from others; null when nobody does, or another transaction has them.
    @Nullable
    WaitingRow firstWaiting(long allotmentId) {
        return (WaitingRow) getEntityManager().createNativeQuery("""
                SELECT * FROM waiting_places WHERE allotment_id = :allotment AND state = 'WAITING'
                ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED""", WaitingRow.class)
            .setParameter("allotment", allotmentId)
            .getResultStream()
            .findFirst()
            .orElse(null);
    }

    Optional<WaitingRow> locked(String token) {
        return find("token", token).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    List<String> lapsed(Instant now, int most) {
        return getEntityManager()
            .createQuery(
                    "select token from WaitingRow where state = OFFERED and offerUntil <= :now order by offerUntil",
                    String.class)
            .setParameter("now", now)
            .setMaxResults(most)
            .getResultList();
    }

    /// Allotments somebody waits for.
    List<Long> wanted(int most) {
        return getEntityManager()
            .createQuery("select distinct allotmentId from WaitingRow where state = WAITING order by allotmentId",
                    Long.class)
            .setMaxResults(most)
            .getResultList();
    }

    boolean isWaiting(long allotmentId, String email) {
        return count("allotmentId = ?1 and lower(email) = lower(?2) and (state = ?3 or state = ?4)", allotmentId, email,
                State.WAITING, State.OFFERED) > 0;
    }

    /// How many places were offered, put into a basket, and may still be bought until their offer ends.
    Map<Long, Long> inBaskets(Collection<Long> allotmentIds, Instant now) {
        record Count(long allotmentId, long places) {}
        return getEntityManager()
            .createQuery("select allotmentId, count(id) from WaitingRow where allotmentId in :allotments"
                    + " and state = TAKEN and offerUntil > :now group by allotmentId", Count.class)
            .setParameter("allotments", allotmentIds)
            .setParameter("now", now)
            .getResultStream()
            .collect(Collectors.toMap(Count::allotmentId, Count::places));
    }

    /// Once the place is bought, nothing is kept for them any more.
    void bought(long allotmentId, String email, Instant now) {
        update("offerUntil = ?1 where allotmentId = ?2 and lower(email) = lower(?3) and state = ?4 and offerUntil > ?1",
                now, allotmentId, email, State.TAKEN);
    }

    long waiting(long allotmentId) {
        return count("allotmentId = ?1 and state = ?2", allotmentId, State.WAITING);
    }

    long ahead(WaitingRow row) {
        return count("allotmentId = ?1 and state = ?2 and id < ?3", row.allotmentId, State.WAITING, row.id);
    }
}
