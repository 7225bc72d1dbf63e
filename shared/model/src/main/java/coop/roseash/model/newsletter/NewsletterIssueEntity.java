package coop.roseash.model.newsletter;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// One issue of a newsletter, as it is sent.
@Entity
@Table(name = "newsletter_issues")
public class NewsletterIssueEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "issue_key", nullable = false, updatable = false)
    public String key;
    @Column(name = "newsletter_id", nullable = false, updatable = false)
    public long newsletterId;
    @Column(name = "subject", nullable = false, updatable = false)
    public String subject;
    @Column(name = "html", nullable = false, updatable = false)
    public String html;
    @Column(name = "page", nullable = false, updatable = false)
    public String page;
    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;
}
