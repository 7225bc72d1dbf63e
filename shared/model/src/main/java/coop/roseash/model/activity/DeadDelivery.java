package coop.roseash.model.activity;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A delivery that was given up, and why.
@Entity
@Table(name = "ap_delivery_dead")
public class DeadDelivery {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id", nullable = false)
    public Long id;
    @Column(name = "activity_id", nullable = false)
    public Long activityId;
    @Column(name = "inbox", nullable = false)
    public String inbox;
    @Column(name = "host", nullable = false)
    public String host;
    @Column(name = "attempts", nullable = false)
    public int attempts;
    @Column(name = "reason", nullable = false)
    public String reason;
    @Column(name = "died_at", nullable = false)
    public Instant diedAt;
}
