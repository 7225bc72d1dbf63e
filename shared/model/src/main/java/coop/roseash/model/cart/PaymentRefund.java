package coop.roseash.model.cart;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Money that is to go back to a buyer.
@Entity
@Table(name = "payment_refunds")
public class PaymentRefund {
    public enum State {
        NEW,
        /// Asked for; only the transaction's events tell whether it happened.
        SENT, DONE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "order_id", nullable = false)
    public long orderId;
    @Column(name = "capture_id", nullable = false)
    public long captureId;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "currency", nullable = false)
    public String currency;
    @Column(name = "amount_minor", nullable = false)
    public long amountMinor;
    @Column(name = "reason", nullable = false)
    public String reason;
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    public State state;
    @Column(name = "baseline")
    public @Nullable Integer baseline;
    @Column(name = "problem")
    public @Nullable String problem;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "due_at")
    public @Nullable Instant dueAt;
    @Column(name = "looks", nullable = false)
    public int looks;
    @Column(name = "leased_until")
    public @Nullable Instant leasedUntil;
}
