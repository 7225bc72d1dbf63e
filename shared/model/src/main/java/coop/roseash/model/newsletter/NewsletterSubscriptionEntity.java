package coop.roseash.model.newsletter;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// That an address reads a newsletter, is asked whether it wants to, or has left it.
@Entity
@Table(name = "newsletter_subscriptions")
public class NewsletterSubscriptionEntity {
    /// Where a subscription stands.
    public enum State {
        PENDING, CONFIRMED, LEFT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "newsletter_id", nullable = false, updatable = false)
    public long newsletterId;
    @Column(name = "email", nullable = false, updatable = false)
    public String email;
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    public State state;
    /// In the links of each issue.
    @Column(name = "secret", nullable = false, updatable = false)
    public String secret;
    @Column(name = "confirm_hash")
    public String confirmHash;
    @Column(name = "confirm_until")
    public Instant confirmUntil;
    /// When the last confirmation mail was sent.
    @Column(name = "asked_at", nullable = false)
    public Instant askedAt;
    @Column(name = "changed_at", nullable = false)
    public Instant changedAt;
}
