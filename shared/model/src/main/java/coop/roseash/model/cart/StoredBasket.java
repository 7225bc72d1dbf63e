package coop.roseash.model.cart;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// The row that says a visitor has a basket, and is locked while it changes.
@Entity
@Table(name = "baskets")
public class StoredBasket {
    @Id
    @Column(name = "visitor_key", nullable = false)
    public String visitorKey;
    @Column(name = "touched_at", nullable = false)
    public Instant touchedAt;
    @Column(name = "news")
    public @Nullable String news;
}
