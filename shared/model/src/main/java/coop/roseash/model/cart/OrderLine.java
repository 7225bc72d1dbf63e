package coop.roseash.model.cart;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// What was bought, as it was called and priced then.
@Entity
@Table(name = "order_lines")
public class OrderLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "order_id", nullable = false)
    public long orderId;
    @Column(name = "line_number", nullable = false)
    public int lineNumber;
    @Column(name = "kind", nullable = false)
    public String kind;
    @Column(name = "item_id", nullable = false)
    public long itemId;
    @Column(name = "name", nullable = false)
    public String name;
    @Column(name = "detail", nullable = false)
    public String detail;
    @Column(name = "unit_minor", nullable = false)
    public long unitMinor;
    @Column(name = "quantity", nullable = false)
    public int quantity;
    @Column(name = "total_minor", nullable = false)
    public long totalMinor;
    @Column(name = "vat_rate", nullable = false)
    public int vatRate;
    @Column(name = "vat_minor", nullable = false)
    public long vatMinor;
}
