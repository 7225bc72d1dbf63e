package coop.roseash.model.cart;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// One change of an order's state; never changed, never deleted.
@Entity
@Table(name = "order_events")
public class OrderEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "order_id", nullable = false)
    public long orderId;
    @Column(name = "from_state")
    public @Nullable String fromState;
    @Column(name = "to_state", nullable = false)
    public String toState;
    @Column(name = "cause", nullable = false)
    public String cause;
    @Column(name = "at", nullable = false)
    public Instant at;
}
