package coop.roseash.model.event;

import java.time.LocalDateTime;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What is different about one instance of a series; null means as the entry.
@Entity
@Table(name = "entry_overrides")
public class OverrideRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "entry_id", nullable = false)
    public long entryId;
    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    @Column(name = "recurrence", nullable = false)
    public LocalDateTime recurrence;
    @Column(name = "sequence", nullable = false)
    public int sequence;
    @Column(name = "title")
    public @Nullable String title;
    @Column(name = "description")
    public @Nullable String description;
    @Column(name = "place_id")
    public @Nullable Long placeId;
    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    @Column(name = "local_start", nullable = false)
    public LocalDateTime start;
    @Column(name = "duration_s", nullable = false)
    public long durationSeconds;
    @Column(name = "cancelled", nullable = false)
    public boolean cancelled;
}
