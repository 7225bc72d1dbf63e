package coop.roseash.service.cart;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.money.Money;
import coop.roseash.model.cart.PaymentRefund.State;

/// The tables of money taken and money given back.
@ApplicationScoped
@Transactional
class MoneyStore {
    private static final String REFUND = """
            select r.id, r.orderId, c.transactionId, r.currency, r.amountMinor, r.reason, r.state, r.baseline, r.problem,
                r.createdAt
            from PaymentRefund r join PaymentCapture c on c.id = r.captureId\s""";

    private final EntityManager database;

    record CaptureRow(long id, String transactionId, String currency, long amountMinor, boolean settles, Instant at) {
        Money amount() {
            return new Money(amountMinor, Currency.getInstance(currency));
        }
    }

    record RefundRow(long id, long orderId, String transactionId, String currency, long amountMinor, String reason,
            State state, @Nullable Integer baseline, @Nullable String problem, Instant createdAt) {
        Money amount() {
            return new Money(amountMinor, Currency.getInstance(currency));
        }
    }

    MoneyStore(EntityManager database) {
        this.database = database;
    }

    boolean isKnown(String transactionId) {
        return !database.createNativeQuery("SELECT 1 FROM payment_captures WHERE transaction_id = :id")
            .setParameter("id", transactionId)
            .getResultList()
            .isEmpty();
    }

    /// Returns the new capture's id; the caller holds the order's lock, and the transaction id is unique.
    long capture(AttemptRow attempt, String transactionId, boolean settles, Instant now) {
        return ((Number) database.createNativeQuery("""
                INSERT INTO payment_captures (order_id, attempt_id, transaction_id, currency, amount_minor, settles,
                    captured_at)
                VALUES (:order, :attempt, :transaction, :currency, :amount, :settles, :now) RETURNING id""")
            .setParameter("order", attempt.orderId())
            .setParameter("attempt", attempt.id())
            .setParameter("transaction", transactionId)
            .setParameter("currency", attempt.currencyCode())
            .setParameter("amount", attempt.amountMinor())
            .setParameter("settles", settles)
            .setParameter("now", now)
            .getSingleResult()).longValue();
    }

    /// All of a capture is to go back.
    void refund(long captureId, String reason, Instant now) {
        database
            .createNativeQuery(
                    """
                            INSERT INTO payment_refunds (order_id, capture_id, currency, amount_minor, reason, state, created_at, due_at)
                            SELECT order_id, id, currency, amount_minor, :reason, 'NEW', :now, :now FROM payment_captures
                            WHERE id = :capture""")
            .setParameter("reason", reason)
            .setParameter("now", now)
            .setParameter("capture", captureId)
            .executeUpdate();
    }

    /// NEW → SENT, before the provider is asked.
    boolean sent(long refundId, int baseline, Instant dueAt) {
        return database.createNativeQuery("""
                UPDATE payment_refunds SET state = 'SENT', baseline = :baseline, due_at = :due WHERE id = :id
                AND state = 'NEW'""")
            .setParameter("baseline", baseline)
            .setParameter("due", dueAt)
            .setParameter("id", refundId)
            .executeUpdate() == 1;
    }

    boolean done(long refundId) {
        return database.createNativeQuery("""
                UPDATE payment_refunds SET state = 'DONE', due_at = NULL, leased_until = NULL, problem = NULL
                WHERE id = :id AND state <> 'DONE'""").setParameter("id", refundId).executeUpdate() == 1;
    }

    void tryAgain(long refundId, Instant dueAt, @Nullable String problem) {
        database.createNativeQuery("""
                UPDATE payment_refunds SET due_at = :due, looks = looks + 1, leased_until = NULL,
                    problem = CAST(:problem AS TEXT) WHERE id = :id AND state <> 'DONE'""")
            .setParameter("due", dueAt)
            .setParameter("problem", problem)
            .setParameter("id", refundId)
            .executeUpdate();
    }

    List<Long> claimDueRefunds(Instant now, Duration lease, int limit) {
        return DueRows.REFUNDS.claim(database, now, lease, limit);
    }

    Optional<RefundRow> refund(long id) {
        return database.createQuery(REFUND + "where r.id = :id", RefundRow.class)
            .setParameter("id", id)
            .getResultStream()
            .findFirst();
    }

    List<RefundRow> refunds(long orderId) {
        return database.createQuery(REFUND + "where r.orderId = :order order by r.id", RefundRow.class)
            .setParameter("order", orderId)
            .getResultList();
    }

    List<CaptureRow> captures(long orderId) {
        return database.createQuery("""
                select id, transactionId, currency, amountMinor, settles, capturedAt from PaymentCapture
                where orderId = :order order by id""", CaptureRow.class).setParameter("order", orderId).getResultList();
    }
}
