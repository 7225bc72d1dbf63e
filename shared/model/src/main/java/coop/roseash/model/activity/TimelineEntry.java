package coop.roseash.model.activity;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/// An object in a member's home timeline.
@Entity
@Table(name = "ap_timeline")
@IdClass(TimelineEntry.Key.class)
public class TimelineEntry {
    @Id
    @Column(name = "member_id", nullable = false)
    public Long memberId;
    @Id
    @Column(name = "object_id", nullable = false)
    public Long objectId;
    @Column(name = "boosted_by")
    public Long boostedBy;
    @Column(name = "sorted_at", nullable = false)
    public Instant sortedAt;

    /// Its two columns.
    public record Key(Long memberId, Long objectId) {}
}
