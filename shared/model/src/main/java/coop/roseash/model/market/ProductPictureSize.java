package coop.roseash.model.market;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/// A picture made ready for one width.
@Entity
@IdClass(ProductPictureSize.Key.class)
@Table(name = "product_picture_sizes")
public class ProductPictureSize {
    @Id
    @Column(name = "hash", nullable = false)
    public String hash;
    @Id
    @Column(name = "width", nullable = false)
    public int width;
    @Column(name = "height", nullable = false)
    public int height;
    @Column(name = "media_type", nullable = false)
    public String mediaType;
    @Column(name = "bytes", nullable = false)
    public byte[] bytes;

    /// A picture and a width.
    public record Key(String hash, int width) implements Serializable {}
}
