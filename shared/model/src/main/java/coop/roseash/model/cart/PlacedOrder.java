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
import org.jspecify.annotations.Nullable;

/// An order from the moment it is placed.
@Entity
@Table(name = "orders")
public class PlacedOrder {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "number", nullable = false)
    public String number;
    @Column(name = "secret", nullable = false)
    public String secret;
    @Column(name = "basket_key", nullable = false)
    public String basketKey;
    @Column(name = "placement_key", nullable = false)
    public String placementKey;
    @Column(name = "placement_hash", nullable = false)
    public String placementHash;
    @Column(name = "member_id")
    public @Nullable Long memberId;
    @Column(name = "email", nullable = false)
    public String email;
    @Column(name = "buyer_name", nullable = false)
    public String buyerName;
    @Column(name = "state", nullable = false)
    public String state;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "currency", nullable = false)
    public String currency;
    @Column(name = "total_minor", nullable = false)
    public long totalMinor;
    @Column(name = "reservation_id", nullable = false)
    public long reservationId;
    @Column(name = "receipt_number")
    public @Nullable Long receiptNumber;
    @Column(name = "placed_at", nullable = false)
    public Instant placedAt;
    @Column(name = "expires_at", nullable = false)
    public Instant expiresAt;
    @Column(name = "paid_at")
    public @Nullable Instant paidAt;
}
