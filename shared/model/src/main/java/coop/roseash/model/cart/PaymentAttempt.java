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

/// One checkout at the payment provider, written before it is asked for.
@Entity
@Table(name = "payment_attempts")
public class PaymentAttempt {
    public enum State {
        /// Written; the provider may or may not know it.
        NEW,
        /// The provider knows it and it can be paid.
        OPEN, PAID,
        /// It can never be paid any more.
        DEAD
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "order_id", nullable = false)
    public long orderId;
    @Column(name = "number", nullable = false)
    public int number;
    @Column(name = "reference", nullable = false)
    public String reference;
    @Column(name = "merchant", nullable = false)
    public String merchant;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "currency", nullable = false)
    public String currency;
    @Column(name = "amount_minor", nullable = false)
    public long amountMinor;
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    public State state;
    @Column(name = "checkout_id")
    public @Nullable String checkoutId;
    @Column(name = "payment_page")
    public @Nullable String paymentPage;
    @Column(name = "provider_status")
    public @Nullable String providerStatus;
    @Column(name = "problem")
    public @Nullable String problem;
    @Column(name = "closes_at", nullable = false)
    public Instant closesAt;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "due_at")
    public @Nullable Instant dueAt;
    @Column(name = "looks", nullable = false)
    public int looks;
    @Column(name = "leased_until")
    public @Nullable Instant leasedUntil;
}
