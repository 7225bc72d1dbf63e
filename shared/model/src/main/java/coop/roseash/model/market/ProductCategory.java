package coop.roseash.model.market;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// A shelf of the market; shelves stand in departments.
@Entity
@Table(name = "product_categories")
public class ProductCategory {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    public Long id;
    @Column(name = "parent_id")
    public @Nullable Long parentId;
    @Column(name = "slug", nullable = false)
    public String slug;
    @Column(name = "name", nullable = false)
    public String name;
    @Column(name = "position", nullable = false)
    public int position;
}
