package coop.roseash.model.newsletter;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A newsletter.
@Entity
@Table(name = "newsletters")
public class NewsletterEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "slug", nullable = false, updatable = false)
    public String slug;
    @Column(name = "name", nullable = false)
    public String name;
    @Column(name = "description", nullable = false)
    public String description;
    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;
}
