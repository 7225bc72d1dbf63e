package coop.roseash.model.market;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A picture known by the SHA-256 of its original.
@Entity
@Table(name = "product_pictures")
public class ProductPicture {
    @Id
    @Column(name = "hash", nullable = false)
    public String hash;
    @Column(name = "width", nullable = false)
    public int width;
    @Column(name = "height", nullable = false)
    public int height;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
}
