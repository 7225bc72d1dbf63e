package coop.roseash.model.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/// That an object names an actor.
@Entity
@Table(name = "ap_mention")
@IdClass(Mention.Key.class)
public class Mention {
    @Id
    @Column(name = "object_id", nullable = false)
    public Long objectId;
    @Id
    @Column(name = "actor_id", nullable = false)
    public Long actorId;

    /// Its two columns.
    public record Key(Long objectId, Long actorId) {}
}
