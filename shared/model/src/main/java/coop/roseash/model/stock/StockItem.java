package coop.roseash.model.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// How many there are of one sellable, and how many of them are held for orders.
@Entity
@Table(name = "stock_items")
public class StockItem {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    /// The name of the sellable's kind: `PRODUCT` or `TICKET`.
    @Column(name = "kind", nullable = false)
    public String kind;
    @Column(name = "item_id", nullable = false)
    public long itemId;
    @Column(name = "on_hand", nullable = false)
    public int onHand;
    @Column(name = "reserved", nullable = false)
    public int reserved;
}
