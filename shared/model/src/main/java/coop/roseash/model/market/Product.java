package coop.roseash.model.market;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Something the market sells, whatever its sizes.
@Entity
@Table(name = "products")
public class Product {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    public Long id;
    @Column(name = "slug", nullable = false)
    public String slug;
    @Column(name = "category_id", nullable = false)
    public long categoryId;
    @Column(name = "supplier_id", nullable = false)
    public long supplierId;
    @Column(name = "name", nullable = false)
    public String name;
    @Column(name = "brand", nullable = false)
    public String brand;
    @Column(name = "description", nullable = false)
    public String description;
    @Column(name = "ingredients", nullable = false)
    public String ingredients;
    @Column(name = "origin", nullable = false)
    public String origin;
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "dietary", nullable = false)
    public List<String> dietary;
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "allergens", nullable = false)
    public List<String> allergens;
    @Column(name = "picture_hash")
    public @Nullable String pictureHash;
    @Column(name = "folded_name", nullable = false)
    public String foldedName;
    @Column(name = "words", nullable = false)
    public String words;
    @Column(name = "archived_at")
    public @Nullable Instant archivedAt;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "updated_at", nullable = false)
    public Instant updatedAt;
}
