package coop.roseash.model.activity;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// What a member should hear of.
@Entity
@Table(name = "ap_notification")
public class MemberNotification {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id", nullable = false)
    public Long id;
    @Column(name = "member_id", nullable = false)
    public Long memberId;
    @Column(name = "kind", nullable = false)
    public String kind;
    @Column(name = "actor_id", nullable = false)
    public Long actorId;
    @Column(name = "object_id")
    public Long objectId;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "read_at")
    public Instant readAt;
}
