package coop.roseash.model.cart;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// How many of one sellable a visitor wants.
@Entity
@Table(name = "basket_lines")
public class BasketLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "visitor_key", nullable = false)
    public String visitorKey;
    @Column(name = "kind", nullable = false)
    public String kind;
    @Column(name = "item_id", nullable = false)
    public long itemId;
    @Column(name = "quantity", nullable = false)
    public int quantity;
    @Column(name = "added_at", nullable = false)
    public Instant addedAt;
}
