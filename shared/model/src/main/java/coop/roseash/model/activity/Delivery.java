package coop.roseash.model.activity;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// One activity on its way to one inbox.
@Entity
@Table(name = "ap_delivery")
public class Delivery {
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
    @Column(name = "object_uri", nullable = false)
    public String objectUri;
    @Column(name = "urgent", nullable = false)
    public boolean urgent;
    @Column(name = "attempts", nullable = false)
    public int attempts;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "delivered_at")
    public Instant deliveredAt;
    @Column(name = "last_error")
    public String lastError;
}
