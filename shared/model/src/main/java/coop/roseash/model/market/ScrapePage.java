package coop.roseash.model.market;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// What a page said last, to be used again while it answers 304.
@Entity
@IdClass(ScrapePage.Key.class)
@Table(name = "scrape_pages")
public class ScrapePage {
    @Id
    @Column(name = "source_id", nullable = false)
    public long sourceId;
    @Id
    @Column(name = "version", nullable = false)
    public int version;
    @Id
    @Column(name = "address", nullable = false)
    public String address;
    @Column(name = "etag")
    public @Nullable String etag;
    @Column(name = "last_modified")
    public @Nullable String lastModified;
    @Column(name = "items", nullable = false)
    public String items;
    @Column(name = "fetched_at", nullable = false)
    public Instant fetchedAt;

    /// A page as one version of a source reads it.
    public record Key(long sourceId, int version, String address) implements Serializable {}
}
