package coop.roseash.model.market;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/// The rules of a source as they stood in one version, as JSON.
@Entity
@IdClass(ScrapeSourceVersion.Key.class)
@Table(name = "scrape_source_versions")
public class ScrapeSourceVersion {
    @Id
    @Column(name = "source_id", nullable = false)
    public long sourceId;
    @Id
    @Column(name = "version", nullable = false)
    public int version;
    @Column(name = "rules", nullable = false)
    public String rules;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;

    /// A source and its version.
    public record Key(long sourceId, int version) implements Serializable {}
}
