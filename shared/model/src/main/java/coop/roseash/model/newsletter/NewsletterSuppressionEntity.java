package coop.roseash.model.newsletter;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// An address to which nothing is sent any more.
@Entity
@Table(name = "newsletter_suppressions")
public class NewsletterSuppressionEntity {
    @Id
    @Column(name = "email")
    public String email;
    @Column(name = "reason", nullable = false)
    public String reason;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
}
