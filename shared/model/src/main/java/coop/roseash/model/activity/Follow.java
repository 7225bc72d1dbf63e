package coop.roseash.model.activity;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// That one actor follows, or asked to follow, another.
@Entity
@Table(name = "ap_follow")
public class Follow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id", nullable = false)
    public Long id;
    @Column(name = "follower_id", nullable = false)
    public Long followerId;
    @Column(name = "target_id", nullable = false)
    public Long targetId;
    @Column(name = "uri", nullable = false)
    public String uri;
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    public State state;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;

    public enum State {
        REQUESTED, ACCEPTED
    }
}
