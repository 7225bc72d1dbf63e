package coop.roseash.model.newsletter;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/// One recipient of one issue.
@Entity
@Table(name = "newsletter_deliveries")
public class NewsletterDeliveryEntity {
    /// Whether it is on its way; SKIPPED for a reader who left before their turn came.
    public enum State {
        WAITING, SENT, SKIPPED
    }

    /// An issue and a reader.
    @Embeddable
    public record Key(@Column(name = "issue_id") long issueId, @Column(name = "subscription_id") long subscriptionId)
            implements
                Serializable {}

    @EmbeddedId
    public Key id;
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    public State state;
}
