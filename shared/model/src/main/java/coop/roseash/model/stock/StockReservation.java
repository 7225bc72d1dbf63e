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

/// Stock held for one cause, then sold or given back.
@Entity
@Table(name = "stock_reservations")
public class StockReservation {
    public enum State {
        HELD, COMMITTED, RELEASED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "cause_type", nullable = false)
    public String causeType;
    @Column(name = "cause_id", nullable = false)
    public String causeId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    public State state;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "changed_at", nullable = false)
    public Instant changedAt;
}
