package coop.roseash.service.cart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.model.cart.PaymentAttempt;
import coop.roseash.service.sumup.ProviderCheckout;

/// The table of the payment attempts.
@ApplicationScoped
@Transactional
class AttemptStore {
    private static final int LONGEST_PROBLEM = 300;

    private final EntityManager database;

    AttemptStore(EntityManager database) {
        this.database = database;
    }

    void insert(PaymentAttempt attempt) {
        database.persist(attempt);
    }

    /// NEW → OPEN with what the provider calls it; false when another has done so.
    boolean open(long id, ProviderCheckout checkout, Instant dueAt) {
        return database
            .createNativeQuery(
                    """
                            UPDATE payment_attempts SET state = 'OPEN', checkout_id = :checkout, payment_page = :page, problem = NULL,
                                due_at = :due, looks = 0
                            WHERE id = :id AND state = 'NEW'""")
            .setParameter("checkout", checkout.id())
            .setParameter("page", String.valueOf(checkout.page()))
            .setParameter("due", dueAt)
            .setParameter("id", id)
            .executeUpdate() == 1;
    }

    void paid(long id, @Nullable Instant lookAgainAt) {
        on(id, "state = 'PAID', provider_status = 'PAID', problem = NULL, due_at = CAST(:due AS TIMESTAMPTZ)")
            .setParameter("due", lookAgainAt)
            .executeUpdate();
    }

    /// It can never be paid any more: only said when the provider says so, or never heard of it.
    void dead(long id, String why) {
        database.createNativeQuery("""
                UPDATE payment_attempts SET state = 'DEAD', problem = :why, due_at = NULL, leased_until = NULL
                WHERE id = :id AND state IN ('NEW', 'OPEN')""")
            .setParameter("why", shortened(why))
            .setParameter("id", id)
            .executeUpdate();
    }

    /// Looked at, with no end in sight.
    void lookAgain(long id, Instant dueAt, @Nullable String providerStatus, @Nullable String problem) {
        on(id, """
                looks = looks + 1, due_at = :due, provider_status = coalesce(CAST(:status AS TEXT), provider_status),
                problem = CAST(:problem AS TEXT)""")
            .setParameter("due", dueAt)
            .setParameter("status", providerStatus)
            .setParameter("problem", problem == null ? null : shortened(problem))
            .executeUpdate();
    }

    void stopLooking(long id) {
        on(id, "due_at = NULL").executeUpdate();
    }

    /// Makes a known checkout due now; false for an unknown one.
    boolean dueNow(String checkoutId, Instant now) {
        return database.createNativeQuery("UPDATE payment_attempts SET due_at = :now, leased_until = NULL"
                + " WHERE checkout_id = :checkout")
            .setParameter("now", now)
            .setParameter("checkout", checkoutId)
            .executeUpdate() == 1;
    }

    /// Takes what is due for this process until the lease ends.
    List<Long> claimDue(Instant now, Duration lease, int limit) {
        return DueRows.ATTEMPTS.claim(database, now, lease, limit);
    }

    Optional<AttemptRow> byId(long id) {
        return query("where id = :id", id).findFirst();
    }

    Optional<AttemptRow> live(long orderId) {
        return query("where orderId = :id and state in (NEW, OPEN)", orderId).findFirst();
    }

    List<AttemptRow> ofOrder(long orderId) {
        return query("where orderId = :id order by number", orderId).toList();
    }

    private Stream<AttemptRow> query(String rest, long id) {
        return database.createQuery(AttemptRow.SELECT + rest, AttemptRow.class)
            .setParameter("id", id)
            .getResultList()
            .stream();
    }

    /// Every end of a look gives its lease back.
    private Query on(long id, String changes) {
        return database
            .createNativeQuery("UPDATE payment_attempts SET leased_until = NULL, " + changes + " WHERE id = :id")
            .setParameter("id", id);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_PROBLEM));
    }
}
