package coop.roseash.model.cart;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// Another token of a guest, and the basket it shares.
@Entity
@Table(name = "basket_aliases")
public class BasketAlias {
    @Id
    @Column(name = "visitor_key", nullable = false)
    public String visitorKey;
    @Column(name = "target_key", nullable = false)
    public String targetKey;
}
