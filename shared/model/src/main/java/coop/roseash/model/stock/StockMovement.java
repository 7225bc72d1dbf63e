package coop.roseash.model.stock;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// One change of one stock item, with its unique cause; never changed, never deleted.
@Entity
@Table(name = "stock_movements")
public class StockMovement {
    public enum Kind {
        COUNT, RESERVE, COMMIT, RELEASE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "stock_item_id", nullable = false)
    public long stockItemId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false)
    public Kind kind;
    @Column(name = "cause_type", nullable = false)
    public String causeType;
    @Column(name = "cause_id", nullable = false)
    public String causeId;
    @Column(name = "on_hand_change", nullable = false)
    public int onHandChange;
    @Column(name = "reserved_change", nullable = false)
    public int reservedChange;
    @Column(name = "happened_at", nullable = false)
    public Instant happenedAt;
}
