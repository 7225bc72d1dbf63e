package coop.roseash.service.member;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import coop.roseash.contract.fragment.FragmentChanges;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Visitor;
import coop.roseash.service.signal.DatabaseSignals;

/// Active members who were looked up a moment ago, since every page asks for its visitor; all processes forget them
/// when one changes anywhere.
@ApplicationScoped
class MemberMemory {
    private static final String CHANNEL = "members";
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final Map<Long, Remembered> known = new ConcurrentHashMap<>();
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;
    private final FragmentChanges fragments;
    private final Clock clock;
    private volatile long changes;

    private record Remembered(Member member, Instant until) {}

    MemberMemory(EntityManager entities, TransactionSynchronizationRegistry transaction, DatabaseSignals signals,
            FragmentChanges fragments, Clock clock) {
        this.entities = entities;
        this.transaction = transaction;
        this.fragments = fragments;
        this.clock = clock;
        signals.listen(CHANNEL, this::clear);
    }

    Optional<Member> find(long id) {
        return Optional.ofNullable(known.get(id))
            .filter(found -> found.until().isAfter(clock.instant()))
            .map(Remembered::member);
    }

    /// Says when a look-up begins; a change meanwhile makes its result one not to keep.
    long moment() {
        return changes;
    }

    void keep(Member member, long moment) {
        if (known.size() >= MOST) {
            known.clear();
        }
        if (moment == changes) {
            known.put(member.id(), new Remembered(member, clock.instant().plus(KEPT)));
        }
    }

    /// Call in the transaction that changes a member; the menu in the member's headers changes with it.
    void changed(long memberId) {
        fragments.changed("auth-menu", new Visitor.SignedIn(memberId));
        entities.createNativeQuery("SELECT CAST(pg_notify('" + CHANNEL + "', '') AS TEXT)").getSingleResult();
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    clear();
                }
            }
        });
    }

    private synchronized void clear() {
        changes++;
        known.clear();
    }
}
