package coop.roseash.model.market;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// One reading of a source: fetched, reported, decided.
@Entity
@Table(name = "scrape_runs")
public class ScrapeRun {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    public Long id;
    @Column(name = "source_id", nullable = false)
    public long sourceId;
    @Column(name = "source_version", nullable = false)
    public int sourceVersion;
    @Column(name = "state", nullable = false)
    public String state;
    @Column(name = "pages_known", nullable = false)
    public int pagesKnown;
    @Column(name = "pages_done", nullable = false)
    public int pagesDone;
    @Column(name = "message", nullable = false)
    public String message;
    @Column(name = "started_by")
    public @Nullable Long startedBy;
    @Column(name = "decided_by")
    public @Nullable Long decidedBy;
    @Column(name = "lease_until")
    public @Nullable Instant leaseUntil;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "finished_at")
    public @Nullable Instant finishedAt;
    @Column(name = "decided_at")
    public @Nullable Instant decidedAt;
}
