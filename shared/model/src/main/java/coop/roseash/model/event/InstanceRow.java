package coop.roseash.model.event;

import java.time.Instant;
import java.time.LocalDateTime;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// One date of an entry, computed from its rule.
@Entity
@Table(name = "entry_instances")
public class InstanceRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "entry_id", nullable = false)
    public long entryId;
    @Column(name = "calendar_id", nullable = false)
    public long calendarId;
    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    @Column(name = "recurrence", nullable = false)
    public LocalDateTime recurrence;
    @Column(name = "starts_at", nullable = false)
    public Instant startsAt;
    @Column(name = "ends_at", nullable = false)
    public Instant endsAt;
    @Column(name = "title", nullable = false)
    public String title;
    @Column(name = "place_id")
    public Long placeId;
    @Column(name = "cancelled", nullable = false)
    public boolean cancelled;
}
