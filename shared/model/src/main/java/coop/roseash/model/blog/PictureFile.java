package coop.roseash.model.blog;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// A picture kept by the hash of its bytes.
@Entity
@Table(name = "pictures")
public class PictureFile {
    @Id
    @Column(name = "hash")
    public String hash;
    @Column(name = "media_type", nullable = false)
    public String mediaType;
    @Column(name = "file_name", nullable = false)
    public String fileName;
    @Column(name = "width")
    public @Nullable Integer width;
    @Column(name = "height")
    public @Nullable Integer height;
    @Column(name = "bytes", nullable = false)
    public byte[] bytes;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
}
