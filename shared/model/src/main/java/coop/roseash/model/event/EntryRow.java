package coop.roseash.model.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import coop.roseash.contract.event.Entry;

/// An entry of a calendar: its first start, its zone and how it recurs.
@Entity
@Table(name = "entries")
public class EntryRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "calendar_id", nullable = false)
    public long calendarId;
    @Column(name = "uid", nullable = false)
    public String uid;
    @Column(name = "slug", nullable = false)
    public String slug;
    @Column(name = "sequence", nullable = false)
    public int sequence;
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    public Entry.State state;
    @Column(name = "title", nullable = false)
    public String title;
    @Column(name = "description", nullable = false)
    public String description;
    @Column(name = "place_id")
    public @Nullable Long placeId;
    @Column(name = "all_day", nullable = false)
    public boolean allDay;
    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    @Column(name = "local_start", nullable = false)
    public LocalDateTime start;
    @Column(name = "zone", nullable = false)
    public ZoneId zone;
    @Column(name = "duration_s", nullable = false)
    public long durationSeconds;
    @Column(name = "rrule")
    public @Nullable String rrule;
    @Column(name = "exdates", nullable = false)
    public String exdates;
    @Column(name = "rdates", nullable = false)
    public String rdates;
    @Column(name = "fingerprint", nullable = false)
    public String fingerprint;
    @Column(name = "capped", nullable = false)
    public boolean capped;
    @Column(name = "expanded_until", nullable = false)
    public Instant expandedUntil;
    @Column(name = "published_at")
    public Instant publishedAt;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "changed_at", nullable = false)
    public Instant changedAt;
}
