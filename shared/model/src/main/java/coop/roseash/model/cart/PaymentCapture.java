package coop.roseash.model.cart;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// A payment the provider says it took.
@Entity
@Table(name = "payment_captures")
public class PaymentCapture {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "order_id", nullable = false)
    public long orderId;
    @Column(name = "attempt_id", nullable = false)
    public long attemptId;
    @Column(name = "transaction_id", nullable = false)
    public String transactionId;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "currency", nullable = false)
    public String currency;
    @Column(name = "amount_minor", nullable = false)
    public long amountMinor;
    @Column(name = "settles", nullable = false)
    public boolean settles;
    @Column(name = "captured_at", nullable = false)
    public Instant capturedAt;
}
