package coop.roseash.model.activity;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// An activity that came in or goes out, with its exact body.
@Entity
@Table(name = "ap_activities")
public class StoredActivity {
    @Id
    @Column(name = "id", nullable = false)
    public Long id;
    @Enumerated(EnumType.STRING)
    @Column(name = "direction", nullable = false)
    public Direction direction;
    @Column(name = "uri", nullable = false)
    public String uri;
    @Column(name = "actor_uri", nullable = false)
    public String actorUri;
    @Column(name = "type", nullable = false)
    public String type;
    @Column(name = "object_uri")
    public @Nullable String objectUri;
    @Column(name = "visibility", nullable = false)
    public String visibility;
    @Column(name = "body", nullable = false)
    public String body;
    @Column(name = "via", nullable = false)
    public String via;
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    public State state;
    @Column(name = "attempts", nullable = false)
    public int attempts;
    @Column(name = "run_at", nullable = false)
    public Instant runAt;
    @Column(name = "leased_until")
    public @Nullable Instant leasedUntil;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "done_at")
    public @Nullable Instant doneAt;
    @Column(name = "last_error")
    public @Nullable String lastError;

    public enum Direction {
        IN, OUT
    }

    public enum State {
        READY, DONE, DEAD
    }
}
