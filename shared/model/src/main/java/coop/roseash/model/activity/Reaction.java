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

/// An actor's like or boost of an object.
@Entity
@Table(name = "ap_reaction")
public class Reaction {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id", nullable = false)
    public Long id;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false)
    public Kind kind;
    @Column(name = "actor_id", nullable = false)
    public Long actorId;
    @Column(name = "object_id", nullable = false)
    public Long objectId;
    @Column(name = "uri", nullable = false)
    public String uri;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;

    public enum Kind {
        LIKE, BOOST
    }
}
