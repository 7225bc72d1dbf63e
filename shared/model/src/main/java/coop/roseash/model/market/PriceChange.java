package coop.roseash.model.market;

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

/// One step in a variant's price history.
@Entity
@Table(name = "price_changes")
public class PriceChange {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    public Long id;
    @Column(name = "variant_id", nullable = false)
    public long variantId;
    @Column(name = "old_minor")
    public @Nullable Long oldMinor;
    @Column(name = "new_minor", nullable = false)
    public long newMinor;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "currency", nullable = false)
    public String currency;
    @Column(name = "cause", nullable = false)
    public String cause;
    @Column(name = "changed_at", nullable = false)
    public Instant changedAt;
}
